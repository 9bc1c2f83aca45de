using System.Diagnostics;
using Npgsql;
using Schema.Import;

namespace Schema.Tests.Imports;

public class ImportRunnerTests
{
    [Fact]
    public async Task A_check_that_finds_rows_shows_them_and_nothing_is_changed()
    {
        await using var database = await Plots();
        var import = new RowsImport(plan =>
        {
            plan.Read(Source.Rows(Enumerable.Range(1, 7).Select(id => new PlotRow(id, -id)))).Map<PlotRow>(row => row).CopyTo("plots");
            plan.Check("every plot has an id", "select id from plots where id is null");
            plan.Check("every plot has an area", "select id, hectares from plots where hectares <= 0 order by id");
        });

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => database.Run(import));

        Assert.Equal(
            """
            RowsImport: 'every plot has an area' does not hold:
              id 1, hectares -1
              id 2, hectares -2
              id 3, hectares -3
              id 4, hectares -4
              id 5, hectares -5
              and others
            """,
            refused.Message);
        Assert.Equal("Nothing was changed. Correct these rows in the source, or the map that makes them.", refused.Advice);
        Assert.Empty(await database.Rows("select * from plots"));
    }

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
    public async Task A_sequence_goes_past_what_was_written_and_back_with_a_rollback()
    {
        await using var database = await Importing.Database();
        await database.Execute(
            """
            create table plots (id integer primary key generated by default as identity, hectares integer not null);
            create sequence old_counter;
            create table trees (id bigint primary key default nextval('old_counter'), hectares integer not null)
            """);
        var import = new RowsImport(plan =>
        {
            plan.Read(Source.Rows([new PlotRow(41, 1)])).Map<PlotRow>(row => row).CopyTo("plots");
            plan.Read(Source.Rows([new PlotRow(51, 1)])).Map<PlotRow>(row => row).CopyTo("trees");
        });

        await using (var connection = await database.Open())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await ImportRunner.Run(import, new ImportContext(connection, transaction) { Run = Guid.NewGuid() }, CancellationToken.None);
        }

        Assert.Equal(["1|f"], await database.Rows("select last_value, is_called from plots_id_seq"));
        await database.Run(import);
        Assert.Equal(["42|52"], await database.Rows("select nextval('plots_id_seq'), nextval('old_counter')"));
    }

    [Fact]
    public async Task A_deferred_constraint_speaks_inside_the_run()
    {
        await using var database = await Plots();
        await database.Execute("create table trees (id integer primary key, plot integer not null constraint trees_plot_fkey references plots (id) deferrable initially deferred)");

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => database.Run(RowsImport.Of("trees", new TreeRow(1, 404))));

        Assert.StartsWith("RowsImport: insert or update on table \"trees\" violates foreign key constraint \"trees_plot_fkey\".", refused.Message);
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

    [Fact]
    public async Task Progress_names_import_step_and_rows()
    {
        await using var database = await Plots();
        var seen = new Signs();

        await database.Run(RowsImport.Of("plots", [.. Enumerable.Range(1, 50_000).Select(id => new PlotRow(id, 1))]), context => context with { Progress = seen });

        Assert.Equal(new ImportProgress("orchard", "plots", 0, null), seen.All[0]);
        Assert.Equal(new ImportProgress("orchard", "plots", 50_000, null), seen.All[^1]);
        Assert.All(seen.All.Zip(seen.All.Skip(1)), pair => Assert.True(pair.First.Rows < pair.Second.Rows));
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

    sealed class Signs : IProgress<ImportProgress>
    {
        public List<ImportProgress> All { get; } = [];

        public void Report(ImportProgress value) => All.Add(value);
    }
}
