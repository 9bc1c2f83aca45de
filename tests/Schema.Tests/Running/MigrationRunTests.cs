using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Schema.Import;

namespace Schema.Tests.Running;

public class MigrationRunTests
{
    const string Tables = "select tablename from pg_tables where schemaname = 'public' and tablename !~ '^__' order by 1";
    const string Lines = "select event || ' ' || split_part(subject, '_', 2) from ledger.line order by id";

    [Fact]
    public async Task Every_migration_has_a_line_before_and_one_inside_its_own_commit()
    {
        await using var database = await TestDatabase.Empty();
        await using var context = FarmContext.On(database);

        await context.Database.MigrateAsync("20000101000002_Trees");

        Assert.Equal(["started Plots", "applied Plots", "started Trees", "applied Trees"], await database.Rows(Lines));
        Assert.Equal(["plots", "trees"], await database.Rows(Tables));
    }

    [Fact]
    public async Task The_synchronous_way_of_dotnet_ef_writes_the_same_lines()
    {
        await using var database = await TestDatabase.Empty();
        await using var context = FarmContext.On(database);

        // dotnet ef database update calls Migrate.
#pragma warning disable CA1849, S6966
        context.Database.Migrate("20000101000001_Plots");
#pragma warning restore CA1849, S6966

        Assert.Equal(["started Plots", "applied Plots"], await database.Rows(Lines));
    }

    [Fact]
    public async Task A_failed_migration_leaves_nothing_but_its_line()
    {
        await using var database = await TestDatabase.Empty();
        await using var context = BrokenFarmContext.On(database);

        var error = await Assert.ThrowsAsync<SchemaException>(() => context.Database.MigrateAsync());

        Assert.Equal(ExitCode.DataRefused, error.Exit);
        Assert.Equal("Broken was not applied: division by zero. [22012]", error.Message);
        Assert.Equal(["fields"], await database.Rows(Tables));
        Assert.Equal(["started Fields", "applied Fields", "started Broken", "failed Broken"], await database.Rows(Lines));
    }

    [Fact]
    public async Task A_dry_run_really_runs_and_leaves_only_its_lines()
    {
        await using var database = await TestDatabase.Empty();
        await using var context = FarmContext.On(database, options => options with { DryRun = true });

        await context.Database.MigrateAsync("20000101000003_Names");

        Assert.Empty(await database.Rows(Tables));
        Assert.Empty(await database.Rows("""select "MigrationId" from "__EFMigrationsHistory" """));
        Assert.Equal(
            ["started Plots", "started Trees", "started Names", "dry run Plots", "dry run Trees", "dry run Names"],
            await database.Rows(Lines));
    }

    [Fact]
    public async Task A_dry_run_ends_before_what_cannot_run_in_a_transaction_and_says_what_it_proved()
    {
        await using var database = await TestDatabase.Empty();
        await using var context = FarmContext.On(database, options => options with { DryRun = true });

        var error = await Assert.ThrowsAsync<SchemaException>(() => context.Database.MigrateAsync());

        Assert.Equal(
            "The dry run ended before NameIndex, which cannot run in a transaction. Proven, and rolled back: Plots, Trees, Names; not proven: that migration and what follows it.",
            error.Message);
        Assert.Empty(await database.Rows(Tables));
    }

    [Fact]
    public async Task An_invalid_index_of_an_earlier_attempt_is_dropped_first()
    {
        await using var database = await TestDatabase.Empty();
        await using var context = FarmContext.On(database);
        await context.Database.MigrateAsync("20000101000003_Names");
        await database.Execute("insert into trees values (1, 'oak'), (2, 'oak')");
        await Assert.ThrowsAsync<SchemaException>(() => context.Database.MigrateAsync("20000101000004_NameIndex"));
        Assert.Equal(["f"], await database.Rows("select indisvalid from pg_index where indexrelid = 'trees_name_idx'::regclass"));

        await database.Execute("delete from trees where id = 2");
        await context.Database.MigrateAsync();

        Assert.Equal(["t"], await database.Rows("select indisvalid from pg_index where indexrelid = 'trees_name_idx'::regclass"));
        Assert.Equal(["barns", "plots", "trees"], await database.Rows(Tables));
    }

    [Fact]
    public async Task Of_three_starters_one_applies_all_and_the_others_say_for_whom_they_waited()
    {
        await using var database = await TestDatabase.Empty();
        var waited = new ConcurrentDictionary<int, string>();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(number => Task.Run(() => Start(database, number, waited))));

        Assert.Equal(5, await database.Scalar<long>("select count(*) from ledger.line where event = 'applied'"));
        Assert.Equal(5, await database.Scalar<long>("select count(*) from ledger.line where event = 'started'"));
        Assert.Equal(2, waited.Count);
    }

    [Fact]
    public async Task A_table_lock_that_cannot_be_had_is_waited_for_again_and_its_holder_named()
    {
        await using var database = await TestDatabase.Empty();
        await using (var first = FarmContext.On(database))
            await first.Database.MigrateAsync("20000101000002_Trees");

        await using var blocker = await database.Open();
        await using var transaction = await blocker.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("set application_name = 'a reader'; select * from trees", blocker, transaction))
            await hold.ExecuteNonQueryAsync();

        var moments = new ConcurrentQueue<MigrationProgress>();
        await using var context = FarmContext.On(database, options => options with
        {
            LockTimeout = TimeSpan.FromMilliseconds(1500),
            Progress = progress =>
            {
                moments.Enqueue(progress);
                if (progress.Moment == MigrationMoment.Retrying)
                    transaction.Rollback();
            },
        });
        await context.Database.MigrateAsync("20000101000003_Names");

        var retried = Assert.Single(moments, progress => progress.Moment == MigrationMoment.Retrying);
        Assert.StartsWith("a reader (postgres from 127.0.0.1, process ", retried.Detail);
        Assert.Equal("name", await database.Scalar<string>("select attname from pg_attribute where attrelid = 'trees'::regclass and attname = 'name'"));
    }

    [Fact]
    public async Task Undoing_in_Production_is_refused_unless_it_is_meant()
    {
        await using var database = await TestDatabase.Empty();
        await using var context = FarmContext.On(database);
        await context.Database.MigrateAsync("20000101000002_Trees");

        var error = await Assert.ThrowsAsync<SchemaException>(() => context.Database.MigrateAsync("20000101000001_Plots"));

        Assert.Equal(ExitCode.Guarded, error.Exit);
        Assert.Equal(
            "Undoing a migration is refused: this database counts as Production, because no environment is set, and the database is not the project's own.",
            error.Message);
        await using var meant = FarmContext.On(database, options => options with { AllowProduction = true });
        await meant.Database.MigrateAsync("20000101000001_Plots");
        Assert.Equal(["plots"], await database.Rows(Tables));
    }

    [Fact]
    public async Task An_interrupted_run_is_rolled_back_and_recorded_as_cancelled()
    {
        await using var database = await TestDatabase.Empty();
        using var interrupt = new CancellationTokenSource();
        await using (var first = FarmContext.On(database))
            await first.Database.MigrateAsync("20000101000002_Trees");
        await using var blocker = await database.Open();
        await using var transaction = await blocker.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("select * from trees", blocker, transaction))
            await hold.ExecuteNonQueryAsync();

        await using var context = FarmContext.On(database, options => options with
        {
            Progress = progress =>
            {
                if (progress.Moment == MigrationMoment.WaitingForTable)
                    interrupt.Cancel();
            },
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => context.Database.MigrateAsync("20000101000003_Names", interrupt.Token));

        Assert.Equal("cancelled Names", (await database.Rows(Lines))[^1]);
        Assert.Empty(await database.Rows("select attname from pg_attribute where attrelid = 'trees'::regclass and attname = 'name'"));
    }

    /// <summary>Who comes first begins when the two others wait for him.</summary>
    static async Task Start(TestDatabase database, int number, ConcurrentDictionary<int, string> waited)
    {
        await using var context = FarmContext.On(database, options => options with { Identity = RunIdentity.New("farm"), Progress = Meet });
        await context.Database.MigrateAsync();

        void Meet(MigrationProgress progress)
        {
            if (progress.Moment == MigrationMoment.WaitingForLock)
                waited[number] = progress.Detail!;
            else if (progress is { Moment: MigrationMoment.Applying, Subject: "20000101000001_Plots" })
                SpinWait.SpinUntil(() => waited.Count == 2, TimeSpan.FromSeconds(30));
        }
    }
}
