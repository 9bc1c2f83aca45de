using Npgsql;
using Schema.Import;
using Schema.Tests.Imports;

namespace Schema.Tests.Receipts;

/// <summary>What happens to a database between an import and its undo.</summary>
public class LaterUndoTests
{
    [Fact]
    public async Task Rewritten_tables_are_still_taken_back()
    {
        await using var database = await Orchard.Database();
        await database.Run(Orchard.Import);
        await database.Execute("alter table plots alter column id type bigint, add column soil text default random()::text");
        await database.Execute("alter table growers alter column name type varchar(100)");
        await database.Execute("vacuum full growers");
        await database.Execute("vacuum full plots");

        var report = await database.Undo(Orchard.Import);

        Assert.Equal([new UndoneTable("growers", 2, 0), new UndoneTable("plots", 3, 0)], report.Tables);
    }

    [Fact]
    public async Task A_restored_dump_is_taken_back_under_other_settings()
    {
        await using var database = await Orchard.Database();
        await database.Run(Orchard.Import);
        await using var restored = await TestDatabase.Empty();
        await restored.Execute(await Dump(database));
        var name = await restored.Scalar<string>("select current_database()");
        await restored.Execute($"alter database {name} set timezone = 'Asia/Kolkata'");
        await restored.Execute($"alter database {name} set datestyle = 'German'");
        await restored.Execute($"update plots set hectares = 4 where id = 11");

        var refused = await Assert.ThrowsAsync<SchemaException>(() => restored.Undo(Orchard.Import));
        await restored.Execute($"update plots set hectares = 2 where id = 11");
        var report = await restored.Undo(Orchard.Import);

        Assert.EndsWith("\n  plots 11 was changed since", refused.Message);
        Assert.Equal(5, report.Deleted);
    }

    [Fact]
    public async Task A_column_that_came_between_two_runs_and_went_again_does_not_stand_in_the_way()
    {
        await using var database = await Orchard.Database();
        await database.Run(Orchard.Import);
        await database.Execute("delete from plots where id = 12; alter table plots add column soil text not null default 'loam'");
        Assert.Equal(1, (await database.Run(Orchard.Import, context => context with { Again = true })).Written);
        await database.Execute("alter table plots drop column soil");

        var report = await database.Undo(Orchard.Import);

        Assert.Equal([new UndoneTable("growers", 2, 0), new UndoneTable("plots", 3, 0)], report.Tables);
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
        await using var database = await Orchard.Database();
        await database.Run(Orchard.Import);
        await database.Execute("alter table plots drop column hectares");

        var refused = await Assert.ThrowsAsync<SchemaException>(() => database.Undo(Orchard.Import));

        Assert.Equal("RowsImport cannot be taken back: it wrote to the column public.plots.hectares, which is not there now.", refused.Message);
        Assert.Equal("Nothing was changed. Bring back the shape it wrote to (schema up, or schema down), then: schema import undo orchard", refused.Advice);
    }
}
