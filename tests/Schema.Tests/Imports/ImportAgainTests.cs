using Schema.Import;

namespace Schema.Tests.Imports;

/// <summary>What happens around a run: looking first, running once more, verifying later.</summary>
public class ImportAgainTests
{
    [Fact]
    public async Task A_check_lists_rejects_and_writes_nothing()
    {
        await using var database = await Plots();

        var report = await database.Check(Import(new LegacyPlot(1, 1), new(2, null), new(3, null)));

        Assert.Equal((3, 1, 2), (report.Read, report.Written, report.Rejected));
        Assert.Equal(["plot 2 has no area", "plot 3 has no area"], report.Steps[0].Rejects.Select(reject => reject.ToString()));
        Assert.Empty(await database.Rows("select * from plots"));
        Assert.Empty(await database.Rows("select * from ledger.receipt"));
    }

    [Fact]
    public async Task A_check_needs_no_tables()
    {
        await using var database = await Importing.Database();

        var report = await database.Check(Import(new LegacyPlot(1, 1), new(2, null)));

        Assert.Equal((2, 1, 1), (report.Read, report.Written, report.Rejected));
    }

    [Fact]
    public async Task A_check_finds_a_key_that_the_source_has_twice()
    {
        await using var database = await Plots();

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => database.Check(Import(new LegacyPlot(1, 1), new(1, 2))));

        Assert.StartsWith("RowsImport, step plots: plots refused plot 1: duplicate key", refused.Message);
    }

    [Fact]
    public async Task A_check_of_what_is_there_already_keeps_it()
    {
        await using var database = await Plots();
        await database.Run(Import(new LegacyPlot(1, 1)));

        var report = await database.Check(Import(new LegacyPlot(1, 1)), context => context with { Again = true });

        Assert.Equal((0, 1), (report.Written, report.Kept));
    }

    [Fact]
    public async Task A_run_once_more_brings_new_keys_and_reports_changed_ones()
    {
        await using var database = await Plots();
        await database.Run(Import(new LegacyPlot(1, 1), new(2, 2)));

        var report = await database.Run(Import(new LegacyPlot(1, 1), new(2, 20), new(3, 3)), context => context with { Again = true });

        Assert.Equal((3, 1, 2), (report.Read, report.Written, report.Kept));
        Assert.Equal([new Conflict("plots: changed since the earlier run, left as it is", "plots 2")], report.Conflicts);
        Assert.Equal(["1|1", "2|2", "3|3"], await database.Rows("select * from plots order by id"));
        Assert.Equal(3, (await database.Undo(Import())).Deleted);
    }

    [Fact]
    public async Task An_unchanged_source_verifies()
    {
        await using var database = await Plots();
        await database.Execute("insert into plots values (9, 9)");
        var import = Import(new LegacyPlot(1, 1), new(2, 2));
        await database.Run(import);

        var report = await database.Verify(import);

        Assert.True(report.Agrees);
        Assert.Equal(2, Assert.Single(report.Steps).Read);
    }

    [Fact]
    public async Task A_row_that_is_missing_or_differs_is_named()
    {
        await using var database = await Plots();
        var import = Import(new LegacyPlot(1, 1), new(2, 2), new(3, 3));
        await database.Run(import);
        await database.Execute("delete from plots where id = 1; update plots set hectares = 30 where id = 3");

        var report = await database.Verify(import);

        Assert.False(report.Agrees);
        var step = Assert.Single(report.Steps);
        Assert.Equal((3, 1, 1), (step.Read, step.Missing, step.Different));
        Assert.Equal(["plots 1 is missing", "plots 3 differs from the source"], step.Lines);
        Assert.Equal(["2|2", "3|30"], await database.Rows("select * from plots order by id"));
    }

    [Fact]
    public async Task A_row_of_a_set_based_step_that_is_missing_or_was_changed_since_is_named()
    {
        await using var database = await Plots();
        var import = new RowsImport(plan =>
        {
            plan.Read(Source.Rows([new PlotRow(1, 1), new PlotRow(2, 2)])).Map<PlotRow>(row => row).Stage("staged_plots");
            plan.Insert("plots", "plots", "insert into plots select * from staged_plots s where not exists (select from plots p where p.id = s.id)")
                .Reads("select count(*) from staged_plots").Kept("select count(*) from staged_plots join plots using (id)").Concludes();
        });
        await database.Run(import);

        Assert.True((await database.Verify(import)).Agrees);
        await database.Execute("delete from plots where id = 2");
        Assert.Equal(["plots 2 is missing"], Assert.Single((await database.Verify(import)).Steps).Lines);
        await database.Execute("update plots set hectares = 30 where id = 1");
        var step = Assert.Single((await database.Verify(import)).Steps);
        Assert.Equal((2, 1, 1), (step.Read, step.Missing, step.Different));
        Assert.Equal(["plots 2 is missing", "plots 1 was changed since"], step.Lines);
    }

    static async Task<TestDatabase> Plots()
    {
        var database = await Importing.Database();
        await database.Execute("create table plots (id integer primary key, hectares integer not null)");

        return database;
    }

    static RowsImport Import(params LegacyPlot[] plots) => new(plan => plan.Read(Source.Rows(plots))
        .Map<PlotRow>(old => old.Hectares is { } area ? new PlotRow(old.Id, area) : new Reject("plot", $"{old.Id}", "has no area"))
        .CopyTo("plots"));

    public sealed record LegacyPlot(int Id, int? Hectares);

    public sealed record PlotRow(int Id, int Hectares);
}
