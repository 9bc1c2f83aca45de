using System.Diagnostics;
using Npgsql;
using Schema.Import;

namespace Schema.Tests.Imports;

/// <summary>Both ends of a run: the session it writes in, and the source it reads.</summary>
public class ImportSessionTests
{
    [Fact]
    public async Task Who_holds_a_lock_is_named_and_the_transaction_is_still_usable()
    {
        await using var database = await Plots();
        await using var other = new NpgsqlConnection(database.ConnectionString + ";Application Name=orchard-app");
        await other.OpenAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await new NpgsqlCommand("insert into plots values (99, 1)", other, transaction).ExecuteNonQueryAsync();
        var clock = Stopwatch.StartNew();

        var after = await database.InTransaction(null, async context =>
        {
            var locked = await Assert.ThrowsAsync<TablesLockedException>(() => ImportRunner.Run(Import, context, CancellationToken.None));
            await using var command = new NpgsqlCommand("select 1", context.Target, context.Transaction);
            Assert.Equal(1, await command.ExecuteScalarAsync());

            return locked;
        });

        Assert.Equal(ExitCode.Unreachable, after.Exit);
        Assert.Equal(
            $"The table public.plots could not be locked within 5 seconds: process {other.ProcessID} (postgres, orchard-app, idle in transaction) has it.",
            after.Message);
        Assert.Equal("Nothing was changed. Wait until that session ends, or end it.", after.Advice);
        Assert.InRange(clock.Elapsed.TotalSeconds, 4, 60);
    }

    [Fact]
    public async Task All_locks_are_taken_before_the_first_row_in_the_order_of_names()
    {
        await using var database = await Plots();
        await database.Execute("create table trees (id integer primary key, plot integer not null references plots (id)); create table apples (id integer primary key)");
        var import = new RowsImport(plan =>
        {
            plan.Read(Source.Rows(Watched(database))).Map<TreeRow>(row => row).CopyTo("trees");
            plan.Touches("apples");
        });

        await Assert.ThrowsAsync<ImportRefusedException>(() => database.Run(import));

        static IEnumerable<TreeRow> Watched(TestDatabase database)
        {
            var locks = database.Rows(
                """
                select relation::regclass::text, mode from pg_locks
                where locktype = 'relation' and granted and relation in ('apples'::regclass, 'plots'::regclass, 'trees'::regclass) and pid <> pg_backend_pid()
                  and mode in ('ShareRowExclusiveLock', 'RowShareLock')
                order by 1
                """).GetAwaiter().GetResult();
            Assert.Equal(["apples|ShareRowExclusiveLock", "plots|RowShareLock", "trees|ShareRowExclusiveLock"], locks);
            yield return new TreeRow(1, 404);
        }
    }

    [Fact]
    public async Task The_session_has_a_name_and_no_time_limits()
    {
        await using var database = await Plots();
        await database.InTransaction(context => context with { Run = Guid.Parse("0d9f2a54-5c0e-4c5a-9a0b-3d0b6a1f4e77") }, async context =>
        {
            await ImportRunner.Run(Import, context, CancellationToken.None);
            await using var command = new NpgsqlCommand(
                "select concat_ws('|', current_setting('application_name'), current_setting('statement_timeout'), current_setting('idle_in_transaction_session_timeout'), current_setting('client_connection_check_interval'), current_setting('TimeZone') = (select reset_val from pg_settings where name = 'TimeZone'))",
                context.Target);
            Assert.Equal("schema/0d9f2a545c0e4c5a9a0b3d0b6a1f4e77/orchard|0|0|5s|t", await command.ExecuteScalarAsync());

            return 0;
        });
    }

    [Fact]
    public async Task The_targets_own_database_is_no_source()
    {
        await using var database = await Plots();
        var import = new RowsImport(plan => plan.Read(Source.Postgres<PlotRow>("select id, hectares from plots")).Map<PlotRow>(row => row).CopyTo("plots"));

        var refused = await Assert.ThrowsAsync<SchemaException>(() => database.Run(import, context => context with { SourceLocation = database.ConnectionString.Replace("127.0.0.1", "localhost") }));

        Assert.Equal(ExitCode.Usage, refused.Exit);
        Assert.EndsWith(" is the target's own database.", refused.Message);
        Assert.Equal("Name the legacy database, or write the step with plan.Insert.", refused.Advice);
    }

    [Fact]
    public async Task A_source_that_is_nowhere_is_asked_for_by_its_setting()
    {
        await using var database = await Plots();
        var import = new RowsImport(plan => plan.Read(Source.Csv<PlotRow>("plots.csv")).Map<PlotRow>(row => row).CopyTo("plots"));

        var refused = await Assert.ThrowsAsync<SchemaException>(() => database.Run(import));

        Assert.Equal("RowsImport reads from csv, and nothing says where that is.", refused.Message);
        Assert.Equal("Set LEGACY_ORCHARD to a URL, a path or none.", refused.Advice);
    }

    [Fact]
    public async Task A_lost_source_ends_the_run_and_says_that_it_was_the_source()
    {
        await using var database = await Plots();
        await using var source = await TestDatabase.Empty();
        var import = new RowsImport(plan => plan.Read(Source.Postgres<PlotRow>("select id, 1 as hectares from generate_series(1, 5000000) id"))
            .Map<PlotRow>(row =>
            {
                if (row.Id == 1000)
                    source.Execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()").GetAwaiter().GetResult();

                return row;
            })
            .CopyTo("plots"));

        await Assert.ThrowsAsync<SourceLostException>(() => database.Run(import, context => context with { SourceLocation = source.ConnectionString }));

        Assert.Empty(await database.Rows("select * from plots"));
    }

    [Fact]
    public async Task A_cancelled_run_stops_and_leaves_nothing()
    {
        await using var database = await Plots();
        using var cancel = new CancellationTokenSource();
        var import = new RowsImport(plan => plan.Read(Source.Rows(Enumerable.Range(1, int.MaxValue).Select(id => new PlotRow(id, 1))))
            .Map<PlotRow>(row =>
            {
                if (row.Id == 100_000)
                    cancel.Cancel();

                return row;
            })
            .CopyTo("plots"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.InTransaction(null, context => ImportRunner.Run(import, context, cancel.Token)));

        Assert.Empty(await database.Rows("select * from plots"));
    }

    static async Task<TestDatabase> Plots()
    {
        var database = await Importing.Database();
        await database.Execute("create table plots (id integer primary key, hectares integer not null)");

        return database;
    }

    static RowsImport Import => RowsImport.Of("plots", new PlotRow(1, 2));

    public sealed record PlotRow(int Id, int Hectares);

    public sealed record TreeRow(int Id, int Plot);
}
