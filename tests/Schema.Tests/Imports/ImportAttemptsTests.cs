using Npgsql;
using Schema.Import;

namespace Schema.Tests.Imports;

/// <summary>An import outside of a migration starts again from nothing, and its lines survive what is rolled back.</summary>
public class ImportAttemptsTests
{
    const string Lines = "select event || coalesce(': ' || (detail->>'message'), '') from ledger.line order by id";

    [Fact]
    public async Task A_source_that_is_lost_is_read_again_from_nothing()
    {
        await using var database = await Plots();
        var moments = new List<MigrationProgress>();

        Assert.True(await Run(database, Lost(times: 2), moments.Add));

        Assert.Equal([MigrationMoment.SourceLost, MigrationMoment.SourceLost], moments.Select(moment => moment.Moment));
        Assert.Equal(["1", "2"], await database.Rows("select id from plots order by id"));
        Assert.Equal(["started", "imported"], await database.Rows(Lines));
    }

    [Fact]
    public async Task A_source_that_stays_lost_ends_the_run_with_nothing_written()
    {
        await using var database = await Plots();

        var lost = await Assert.ThrowsAsync<SourceLostException>(() => Run(database, Lost(times: 3), _ => { }));

        Assert.Equal("The source orchard was lost while it was read: the line is dead", lost.Message);
        Assert.Empty(await database.Rows("select * from plots"));
        Assert.Equal(["started", "failed: The source orchard was lost while it was read: the line is dead"], await database.Rows(Lines));
    }

    [Fact]
    public async Task A_table_that_somebody_holds_is_tried_again()
    {
        await using var database = await Plots();
        await using var holder = await database.Open();
        await using var transaction = await holder.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("lock table plots in exclusive mode", holder, transaction))
            await hold.ExecuteNonQueryAsync();
        var retried = new TaskCompletionSource();

        var run = Run(database, Lost(times: 0), moment =>
        {
            if (moment.Moment == MigrationMoment.Retrying)
                retried.TrySetResult();
        });
        await retried.Task;
        await transaction.RollbackAsync();

        Assert.True(await run);
        Assert.Equal(2, await database.Scalar<long>("select count(*) from plots"));
    }

    [Fact]
    public async Task What_somebody_interrupts_is_rolled_back_and_says_so()
    {
        await using var database = await Plots();
        using var interrupt = new CancellationTokenSource();
        var import = Import(() =>
        {
            interrupt.Cancel();
            return [new PlotRow(1)];
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Run(database, import, _ => { }, interrupt.Token));

        Assert.Equal(["started", "cancelled"], await database.Rows(Lines));
        Assert.Empty(await database.Rows("select * from plots"));
    }

    [Fact]
    public async Task Status_says_what_is_imported_and_how_far()
    {
        await using var database = await Plots();
        using var reached = new SemaphoreSlim(0);
        using var goOn = new ManualResetEventSlim();
        var run = Task.Run(() => Run(database, Import(() => Enumerable.Range(1, 200_000).Select(Stop)), _ => { }));

        await reached.WaitAsync();
        var status = await Cli.SchemaProgram.On(database, "status");
        goOn.Set();
        await run;

        Assert.Matches("\nrunning    schema/[0-9a-f]{32}/orchard \\(.*\\), importing orchard: [0-9,]+ rows? of this step are sent\n", status.Output);

        PlotRow Stop(int id)
        {
            if (id == 200_000)
            {
                reached.Release();
                goOn.Wait();
            }

            return new(id);
        }
    }

    static async Task<TestDatabase> Plots()
    {
        var database = await TestDatabase.Empty();
        await database.Execute("create table plots (id int primary key)");

        return database;
    }

    static async Task<bool> Run(TestDatabase database, DataImport import, Action<MigrationProgress> progress, CancellationToken cancellationToken = default)
    {
        var options = new EngineOptions
        {
            Settings = Settings.Load(Path.GetTempPath(), new Dictionary<string, string> { ["LEGACY_ORCHARD"] = "rows in code" }),
            Progress = progress,
            Imports = new ImportChoices { RejectsFolder = Importing.RejectsFolder() },
        };
        var target = new TargetDatabase(DatabaseAddress.Parse(database.ConnectionString), "test");
        await using var session = await ImportSession.Begin(import, target, options, cancellationToken);

        return await session.Run(cancellationToken);
    }

    static RowsImport Lost(int times) => Import(() => times-- > 0
        ? throw new SourceLostException("orchard", new IOException("the line is dead"))
        : [new PlotRow(1), new PlotRow(2)]);

    static RowsImport Import(Func<IEnumerable<PlotRow>> rows) => new(plan =>
        plan.Read(Source.Rows(Lazily(rows))).Map<PlotRow>(row => row).CopyTo("plots"));

    static IEnumerable<PlotRow> Lazily(Func<IEnumerable<PlotRow>> rows)
    {
        foreach (var row in rows())
            yield return row;
    }

    public sealed record PlotRow(int Id);
}
