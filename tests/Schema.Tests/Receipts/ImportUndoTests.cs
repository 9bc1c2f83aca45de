using Npgsql;
using Schema.Import;
using Schema.Tests.Imports;

namespace Schema.Tests.Receipts;

public class ImportUndoTests
{
    static readonly Guid Ada = Guid.Parse("aaaaaaaa-0000-8000-8000-000000000001");
    static readonly Guid Bob = Guid.Parse("bbbbbbbb-0000-8000-8000-000000000002");

    [Fact]
    public async Task An_undo_leaves_the_database_as_it_was()
    {
        await using var database = await Orchard();
        var before = await DatabaseDump.Of(database);

        await database.Run(Import);
        var report = await database.Undo(Import);

        Assert.Equal(before, await DatabaseDump.Of(database));
        Assert.Equal([new UndoneTable("growers", 2, 0), new UndoneTable("plots", 3, 0)], report.Tables);
        Assert.Empty(await database.Rows("select * from ledger.receipt"));
        Assert.Empty(await database.Rows("select * from ledger.receipt_sequence"));
    }

    [Fact]
    public async Task Rows_that_were_there_before_stay()
    {
        await using var database = await Orchard();
        await database.Execute($"insert into growers values ('{Ada}', 'Ada, from before')");

        var report = await database.Run(Import);
        await database.Undo(Import);

        Assert.Equal((4, 1), (report.Written, report.Kept));
        Assert.Equal([$"{Ada}|Ada, from before"], await database.Rows("select * from growers"));
    }

    [Fact]
    public async Task An_import_that_never_ran_has_nothing_to_take_back()
    {
        await using var database = await Orchard();

        Assert.Equal(0, (await database.Undo(Import)).Deleted);
    }

    [Fact]
    public async Task A_row_changed_since_is_a_refusal_that_names_it()
    {
        await using var database = await Orchard();
        await database.Run(Import);
        await database.Execute($"update growers set name = 'Ada L.' where id = '{Ada}'; update plots set hectares = 9 where id = 12");

        var refused = await Assert.ThrowsAsync<SchemaException>(() => database.Undo(Import));

        Assert.Equal(ExitCode.Guarded, refused.Exit);
        Assert.Equal(
            $"""
            RowsImport cannot be taken back without losing what was done since:
              growers {Ada} was changed since
              plots 12 was changed since
            """,
            refused.Message);
        Assert.Equal("Nothing was changed. Drop these rows as well: schema import undo orchard --drop-edited", refused.Advice);
        Assert.Equal(["2|3"], await database.Rows("select (select count(*) from growers), (select count(*) from plots)"));
    }

    [Fact]
    public async Task A_row_changed_since_goes_where_that_is_allowed()
    {
        await using var database = await Orchard();
        await database.Run(Import);
        await database.Execute($"update growers set name = 'Ada L.' where id = '{Ada}'");

        var report = await database.Undo(Import, dropEdited: true);

        Assert.Equal([new UndoneTable("growers", 2, 1), new UndoneTable("plots", 3, 0)], report.Tables);
    }

    [Theory]
    [InlineData("cascade")]
    [InlineData("restrict")]
    [InlineData("no action")]
    [InlineData("set null")]
    public async Task A_row_of_others_that_refers_to_one_is_a_refusal_whatever_the_delete_rule(string rule)
    {
        await using var database = await Orchard(rule);
        await database.Run(Import);
        await database.Execute($"insert into harvests values (7, '{Bob}', null)");

        var refused = await Assert.ThrowsAsync<SchemaException>(() => database.Undo(Import));

        Assert.Equal(
            $"""
            RowsImport cannot be taken back without losing what was done since:
              harvests 7 refers to growers {Bob} (harvests_grower_fkey)
            """,
            refused.Message);
        Assert.Equal(["7"], await database.Rows("select id from harvests"));
    }

    [Theory]
    [InlineData("cascade", new string[0])]
    [InlineData("restrict", new string[0])]
    [InlineData("no action", new string[0])]
    [InlineData("set null", new[] { "7|∅", "8|∅" })]
    public async Task Rows_of_others_go_where_that_is_allowed_and_what_refers_to_them(string rule, string[] left)
    {
        await using var database = await Orchard(rule);
        await database.Run(Import);
        await database.Execute($"insert into harvests values (7, '{Bob}', null), (8, null, 7)");

        await database.Undo(Import, dropEdited: true);

        Assert.Equal(left, await database.Rows("select id, grower from harvests order by id"));
        Assert.Empty(await database.Rows("select * from growers"));
    }

    [Fact]
    public async Task A_sequence_that_somebody_drew_from_since_stays_where_it_is()
    {
        await using var database = await Orchard();
        await database.Run(Import);

        Assert.Equal("13", await database.Scalar<string>("select nextval('plots_id_seq')::text"));
        await database.Undo(Import);

        Assert.Equal("14", await database.Scalar<string>("select nextval('plots_id_seq')::text"));
    }

    [Fact]
    public async Task Rewritten_tables_are_still_taken_back()
    {
        await using var database = await Orchard();
        await database.Run(Import);
        await database.Execute("alter table plots alter column id type bigint, add column soil text default random()::text");
        await database.Execute("alter table growers alter column name type varchar(100)");
        await database.Execute("vacuum full growers");
        await database.Execute("vacuum full plots");

        var report = await database.Undo(Import);

        Assert.Equal([new UndoneTable("growers", 2, 0), new UndoneTable("plots", 3, 0)], report.Tables);
    }

    [Fact]
    public async Task A_restored_dump_is_taken_back_under_other_settings()
    {
        await using var database = await Orchard();
        await database.Run(Import);
        await using var restored = await TestDatabase.Empty();
        await restored.Execute(await Dump(database));
        var name = await restored.Scalar<string>("select current_database()");
        await restored.Execute($"alter database {name} set timezone = 'Asia/Kolkata'");
        await restored.Execute($"alter database {name} set datestyle = 'German'");
        await restored.Execute($"update plots set hectares = 4 where id = 11");

        var refused = await Assert.ThrowsAsync<SchemaException>(() => restored.Undo(Import));
        await restored.Execute($"update plots set hectares = 2 where id = 11");
        var report = await restored.Undo(Import);

        Assert.EndsWith("\n  plots 11 was changed since", refused.Message);
        Assert.Equal(5, report.Deleted);
    }

    static async Task<string> Dump(TestDatabase database)
    {
        var address = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var dump = await Shell.Run("pg_dump", ["--inserts", "-h", address.Host!, "-p", $"{address.Port}", "-U", address.Username!, address.Database!]);
        Assert.Equal(0, dump.ExitCode);

        return string.Join('\n', dump.Output.Split('\n').Where(line => !line.StartsWith('\\')));
    }

    [Fact]
    public async Task A_column_that_is_gone_is_named()
    {
        await using var database = await Orchard();
        await database.Run(Import);
        await database.Execute("alter table plots drop column hectares");

        var refused = await Assert.ThrowsAsync<SchemaException>(() => database.Undo(Import));

        Assert.Equal("RowsImport cannot be taken back: it wrote to the column public.plots.hectares, which is not there now.", refused.Message);
        Assert.Equal("Nothing was changed. Take back the later migrations first.", refused.Advice);
    }

    [Fact]
    public async Task Keys_of_several_columns_are_kept_as_text()
    {
        await using var database = await Importing.Database();
        await database.Execute("create table pairs (a text, b integer, note text, primary key (a, b)); insert into pairs values ('x, y', 2, 'mine')");
        var import = RowsImport.Of("pairs", new PairRow("x, y", 1, null), new PairRow("\"(", 2, ""));

        await database.Run(import);
        Assert.Equal(["{\"(\\\"x, y\\\",1)\",\"(\\\"\\\"\\\"(\\\",2)\"}"], await database.Rows("select texts from ledger.receipt"));
        await database.Undo(import);

        Assert.Equal(["x, y|2|mine"], await database.Rows("select * from pairs"));
    }

    [Fact]
    public async Task Receipts_have_lines_of_ten_thousand_keys()
    {
        await using var database = await Importing.Database();
        await database.Execute("create table numbers (id bigint primary key)");
        var import = RowsImport.Of("numbers", [.. Enumerable.Range(1, 25_000).Select(id => new NumberRow(id))]);

        await database.Run(import);

        Assert.Equal(
            ["0|10000|10000", "1|10000|10000", "2|5000|5000"],
            await database.Rows("select batch, cardinality(integers), cardinality(hashes) from ledger.receipt order by batch"));
        Assert.Equal(25_000, (await database.Undo(import)).Deleted);
    }

    static async Task<TestDatabase> Orchard(string rule = "restrict")
    {
        var database = await Importing.Database();
        await database.Execute(
            $"""
            create table growers (id uuid primary key, name text not null);
            create table plots (
                id integer generated by default as identity primary key, grower uuid not null references growers (id) on delete restrict,
                hectares numeric(6,2) not null, planted timestamptz not null default '2024-01-01Z');
            create table harvests (id integer primary key, grower uuid references growers (id) on delete {rule}, earlier integer references harvests (id) on delete {rule});
            insert into growers values ('cccccccc-0000-8000-8000-000000000003', 'Eve');
            insert into plots (grower, hectares) values ('cccccccc-0000-8000-8000-000000000003', 1);
            delete from plots;
            delete from growers
            """);

        return database;
    }

    static RowsImport Import => new(plan =>
    {
        plan.Read(Source.Rows([new GrowerRow(Ada, "Ada"), new GrowerRow(Bob, "Bob")])).Map<GrowerRow>(row => row).CopyTo("growers").KeepExisting();
        plan.Read(Source.Rows([new PlotRow(10, Ada, 1.5m), new PlotRow(11, Bob, 2), new PlotRow(12, Bob, 3)])).Map<PlotRow>(row => row).CopyTo("plots");
    });

    public sealed record GrowerRow(Guid Id, string Name);

    public sealed record PlotRow(int Id, Guid Grower, decimal Hectares);

    public sealed record PairRow(string A, int B, string? Note);

    public sealed record NumberRow(long Id);
}
