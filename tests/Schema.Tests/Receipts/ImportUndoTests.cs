using Schema.Import;
using Schema.Tests.Imports;

namespace Schema.Tests.Receipts;

public class ImportUndoTests
{
    [Fact]
    public async Task An_undo_leaves_the_database_as_it_was()
    {
        await using var database = await Orchard.Database();
        var before = await DatabaseDump.Of(database);

        await database.Run(Orchard.Import);
        var report = await database.Undo(Orchard.Import);

        Assert.Equal(before, await DatabaseDump.Of(database));
        Assert.Equal([new UndoneTable("growers", 2, 0), new UndoneTable("plots", 3, 0)], report.Tables);
        Assert.Empty(await database.Rows("select * from ledger.receipt"));
        Assert.Empty(await database.Rows("select * from ledger.receipt_sequence"));
    }

    [Fact]
    public async Task Rows_that_were_there_before_stay()
    {
        await using var database = await Orchard.Database();
        await database.Execute($"insert into growers values ('{Orchard.Ada}', 'Ada, from before')");

        var report = await database.Run(Orchard.Import);
        await database.Undo(Orchard.Import);

        Assert.Equal((4, 1), (report.Written, report.Kept));
        Assert.Equal([$"{Orchard.Ada}|Ada, from before"], await database.Rows("select * from growers"));
    }

    [Fact]
    public async Task An_import_that_never_ran_has_nothing_to_take_back()
    {
        await using var database = await Orchard.Database();

        Assert.Equal(0, (await database.Undo(Orchard.Import)).Deleted);
    }

    [Fact]
    public async Task A_row_changed_since_is_a_refusal_that_names_it()
    {
        await using var database = await Orchard.Database();
        await database.Run(Orchard.Import);
        await database.Execute($"update growers set name = 'Ada L.' where id = '{Orchard.Ada}'; update plots set hectares = 9 where id = 12");

        var refused = await Assert.ThrowsAsync<SchemaException>(() => database.Undo(Orchard.Import));

        Assert.Equal(ExitCode.Guarded, refused.Exit);
        Assert.Equal(
            $"""
            RowsImport cannot be taken back without losing what was done since:
              growers {Orchard.Ada} was changed since
              plots 12 was changed since
            """,
            refused.Message);
        Assert.Equal("Nothing was changed. Drop these rows as well: schema import undo orchard --drop-edited (with --dry-run it names them all first)", refused.Advice);
        Assert.Equal(["2|3"], await database.Rows("select (select count(*) from growers), (select count(*) from plots)"));
    }

    [Fact]
    public async Task A_row_changed_since_goes_where_that_is_allowed()
    {
        await using var database = await Orchard.Database();
        await database.Run(Orchard.Import);
        await database.Execute($"update growers set name = 'Ada L.' where id = '{Orchard.Ada}'");

        var report = await database.Undo(Orchard.Import, dropEdited: true);

        Assert.Equal([new UndoneTable("growers", 2, 1), new UndoneTable("plots", 3, 0)], report.Tables);
        Assert.Equal([$"growers {Orchard.Ada}"], report.Lost);
    }

    [Theory]
    [InlineData("cascade")]
    [InlineData("restrict")]
    [InlineData("no action")]
    [InlineData("set null")]
    public async Task A_row_of_others_that_refers_to_one_is_a_refusal_whatever_the_delete_rule(string rule)
    {
        await using var database = await Orchard.Database(rule);
        await database.Run(Orchard.Import);
        await database.Execute($"insert into harvests values (7, '{Orchard.Bob}', null)");

        var refused = await Assert.ThrowsAsync<SchemaException>(() => database.Undo(Orchard.Import));

        Assert.Equal(
            $"""
            RowsImport cannot be taken back without losing what was done since:
              harvests 7 refers to growers {Orchard.Bob} (harvests_grower_fkey)
            """,
            refused.Message);
        Assert.Equal(["7"], await database.Rows("select id from harvests"));
    }

    [Theory]
    [InlineData("cascade", new string[0])]
    [InlineData("restrict", new string[0])]
    [InlineData("no action", new string[0])]
    [InlineData("set null", new[] { "7|∅", "8|∅" })]
    public async Task Rows_of_others_go_where_that_is_allowed_and_what_refers_to_them_and_all_are_named(string rule, string[] left)
    {
        await using var database = await Orchard.Database(rule);
        await database.Run(Orchard.Import);
        await database.Execute($"insert into harvests values (7, '{Orchard.Bob}', null), (8, null, 7)");

        var report = await database.Undo(Orchard.Import, dropEdited: true);

        Assert.Equal(left.Length == 0 ? ["harvests 7", "harvests 8"] : [], report.Lost);
        Assert.Equal(left, await database.Rows("select id, grower from harvests order by id"));
        Assert.Empty(await database.Rows("select * from growers"));
    }

    [Fact]
    public async Task A_sequence_that_somebody_drew_from_since_stays_where_it_is()
    {
        await using var database = await Orchard.Database();
        await database.Run(Orchard.Import);

        Assert.Equal("13", await database.Scalar<string>("select nextval('plots_id_seq')::text"));
        await database.Undo(Orchard.Import);

        Assert.Equal("14", await database.Scalar<string>("select nextval('plots_id_seq')::text"));
    }
}
