using Schema.Import;

namespace Schema.Tests.Catalogues;

public class MigrationShapeTests
{
    const string Before =
        """
        table public.growers
        column public.growers.id: integer not null
        column public.growers.phone: text null
        table public.trees
        column public.trees.id: integer not null
        index public.trees_id on public.trees: btree (id)
        """;

    const string After =
        """
        table public.growers
        column public.growers.id: uuid not null
        column public.growers.email: text null
        index public.growers_email_key on public.growers: unique btree (email)
        """;

    [Fact]
    public void A_database_with_everything_the_migration_made_has_its_shape() =>
        Assert.Empty(Differences(After + "\ncolumn public.growers.later: text null\ntable public.theirs"));

    [Fact]
    public void What_the_migration_made_must_be_there_and_what_it_removed_must_not() =>
        Assert.Equal(
            [
                "column public.growers.id is different: expected uuid not null, found integer not null",
                "column public.growers.email is missing (expected text null)",
                "index public.growers_email_key on public.growers is missing (expected unique btree (email))",
                "column public.growers.phone is extra (found text null)",
                "table public.trees is extra",
            ],
            Differences(Before));

    [Fact]
    public void Columns_of_a_table_that_is_not_there_are_told_once() =>
        Assert.Equal(["table public.growers is missing"], Differences("schema archive"));

    static string[] Differences(string live) =>
    [
        .. Drift.OfMigration(Import.Catalogue.Parse(Before), Import.Catalogue.Parse(After), Import.Catalogue.Parse(live))
            .Select(difference => difference.ToString()),
    ];
}
