using Schema.Import;

namespace Schema.Tests.Catalogues;

public class CatalogueTests
{
    [Fact]
    public async Task What_is_printed_is_read_back_as_it_was()
    {
        await using var database = await Orchard.Planted();
        var shape = await database.Shape();

        var again = Import.Catalogue.Parse(shape.ToString());

        Assert.Equal(shape.Lines, again.Lines);
        Assert.Equal(shape.ToString(), again.ToString());
    }

    [Fact]
    public void Lines_are_sorted_by_table_and_columns_keep_their_order()
    {
        var shape = Import.Catalogue.Parse(
            """
            # the order of this text is not the order of a catalogue

            index public.b_x on public.b: btree (x)
            column public.b.y: text null
            table public.b
            column public.b.x: text null
            table public.a
            schema archive
            """);

        Assert.Equal(
            """
            schema archive

            table public.a

            table public.b
            column public.b.y: text null
            column public.b.x: text null
            index public.b_x on public.b: btree (x)

            """,
            shape.ToString());
    }

    [Fact]
    public void A_column_put_in_front_changes_one_line()
    {
        const string Before = "table public.a\ncolumn public.a.x: text null\ncolumn public.a.y: text null\n";
        const string After = "table public.a\ncolumn public.a.w: text null\ncolumn public.a.x: text null\ncolumn public.a.y: text null\n";

        Assert.Equal(
            "column public.a.w: text null\n",
            Import.Catalogue.MadeBy(Import.Catalogue.Parse(Before), Import.Catalogue.Parse(After)).ToString());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("tables public.a")]
    [InlineData("5 public.a")]
    [InlineData("Table public.a")]
    public void A_line_that_is_none_is_refused_with_its_number(string line)
    {
        var error = Assert.Throws<SchemaException>(() => Import.Catalogue.Parse($"schema archive\n\n{line}\n"));

        Assert.Equal(
            $"Line 3 of the catalogue is \"{line}\"; expected a kind, a name and a definition, such as \"column public.users.id: uuid not null\".",
            error.Message);
    }

    [Fact]
    public void An_object_named_twice_is_refused()
    {
        var error = Assert.Throws<SchemaException>(() => Import.Catalogue.Parse("table public.a\ncolumn public.a.x: text null\ncolumn public.a.x: uuid null\n"));

        Assert.Equal("The catalogue names column public.a.x twice; expected each object once.", error.Message);
    }
}
