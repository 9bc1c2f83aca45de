using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Schema.Import;

/// <summary>One run over the pending migrations: its two sessions, its lock and its lines in the ledger.</summary>
sealed class MigrationRun : IAsyncDisposable
{
    const int Attempts = 5;

    readonly IRelationalConnection connection;
    readonly NpgsqlConnection journal;
    readonly EngineOptions options;
    readonly List<string> rehearsed = [];

    MigrationRun(IRelationalConnection connection, EngineOptions options)
    {
        (this.connection, this.options) = (connection, options);
        // The journal's lines must survive the migration's rollback, so they have a session of their own.
        journal = Session.CloneWith(Session.ConnectionString);
    }

    NpgsqlConnection Session => (NpgsqlConnection)connection.DbConnection;

    public static async Task<MigrationRun> Begin(
        IRelationalConnection connection, LedgerHistoryRepository history, EngineOptions options, CancellationToken cancellationToken)
    {
        var run = new MigrationRun(connection, options);
        try
        {
            await run.Open(history, cancellationToken);
            return run;
        }
        catch (Exception error)
        {
            await run.DisposeAsync();
            if (DatabaseFailure.IsKnown(error))
                throw DatabaseFailure.Explain(error, $"The database {Address(run.Session)} cannot be used");
            throw;
        }
    }

    public async Task Guard(MigrationPlan plan, CancellationToken cancellationToken)
    {
        if (!plan.Reverts || options.AllowProduction || options.DryRun)
            return;

        var guard = await EnvironmentGuard.For(Session, options.Settings, options.UnderDotnetEf, cancellationToken);
        if (guard.IsProduction)
            throw new SchemaException(
                ExitCode.Guarded,
                $"Undoing a migration is refused: this database counts as Production, because {guard.Because}.",
                options.UnderDotnetEf ? "dotnet ef database update TARGET -- --production" : "schema down --production");
    }

    public async Task Perform(
        MigrationStep step, bool transactional, Func<CancellationToken, Task> migrate, CancellationToken cancellationToken)
    {
        if (options.DryRun && !transactional)
            throw await CannotRehearse(step, cancellationToken);

        await Line(LedgerEvent.Started, step);
        options.Progress(new(step.IsUp ? MigrationMoment.Applying : MigrationMoment.Reverting, step.Migration));
        var clock = Stopwatch.StartNew();
        try
        {
            await Attempt(step, transactional, migrate, cancellationToken);
        }
        catch (Exception error)
        {
            await Rollback();
            await Record(error, step, cancellationToken);
            if (!cancellationToken.IsCancellationRequested)
                throw DatabaseFailure.Explain(error, $"{Name(step.Migration)} {(step.IsUp ? "was not applied" : "was not undone")}");
            throw;
        }

        rehearsed.Add(step.Migration);
        options.Progress(new(step.IsUp ? MigrationMoment.Applied : MigrationMoment.Reverted, step.Migration, clock.Elapsed));
    }

    public async Task Complete(MigrationPlan plan)
    {
        if (!options.DryRun)
            return;

        await Rollback();
        foreach (var step in plan.Steps)
            await Line(LedgerEvent.DryRun, step);
    }

    public async ValueTask DisposeAsync()
    {
        await Rollback();
        await journal.DisposeAsync();
        await connection.CloseAsync();
    }

    async Task Open(LedgerHistoryRepository history, CancellationToken cancellationToken)
    {
        await connection.OpenAsync(cancellationToken);
        await journal.OpenAsync(cancellationToken);
        await PoolerCheck.Refuse(Session, journal, cancellationToken);
        await options.Identity.Introduce(Session, cancellationToken);
        await options.Identity.Introduce(journal, cancellationToken);
        await MigrationLock.Acquire(Session, MigrationLock.KeyFor(history.QualifiedName), options, cancellationToken);
        await Ledger.Ensure(Session, cancellationToken);
        if (options.DryRun)
            await BeginRehearsal(history, cancellationToken);
    }

    async Task BeginRehearsal(LedgerHistoryRepository history, CancellationToken cancellationToken)
    {
        // Inside the rehearsal a missing history table would poison the transaction, so it is made before.
        await ((IHistoryRepository)history).CreateIfNotExistsAsync(cancellationToken);
        await connection.BeginTransactionAsync(cancellationToken);
        await Set("schema.dry_run", "on", cancellationToken);
    }

    async Task Attempt(MigrationStep step, bool transactional, Func<CancellationToken, Task> migrate, CancellationToken cancellationToken)
    {
        // A concurrent index build waits for old transactions, however long they take.
        await Set("lock_timeout", transactional ? $"{options.LockTimeout.TotalMilliseconds:F0}" : "0", cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            await using var watch = BlockerWatch.Start(journal, Session, step.Migration, options.Progress);
            try
            {
                await migrate(cancellationToken);
                return;
            }
            catch (Exception error) when (DatabaseFailure.IsLockTimeout(error) && attempt < Attempts && !options.DryRun)
            {
                options.Progress(new(MigrationMoment.Retrying, step.Migration, Detail: watch.LastBlocker));
            }

            await Task.Delay(TimeSpan.FromSeconds(attempt), cancellationToken);
        }
    }

    async Task Record(Exception error, MigrationStep step, CancellationToken cancellationToken)
    {
        try
        {
            if (cancellationToken.IsCancellationRequested)
                await Line(LedgerEvent.Cancelled, step);
            else
                await Line(LedgerEvent.Failed, step, error.Message);
        }
        catch (NpgsqlException)
        {
            // The server is gone: "started" without an end is what the ledger can say.
        }
    }

    async Task<SchemaException> CannotRehearse(MigrationStep step, CancellationToken cancellationToken)
    {
        await Rollback();
        await Line(LedgerEvent.DryRun, step, "cannot run in a transaction");
        cancellationToken.ThrowIfCancellationRequested();
        var proven = rehearsed.Count == 0 ? "Nothing was proven" : $"Proven, and rolled back: {string.Join(", ", rehearsed.Select(Name))}";
        return new(
            ExitCode.Difference,
            $"The dry run ended before {Name(step.Migration)}, which cannot run in a transaction. {proven}; not proven: that migration and what follows it.",
            "Apply up to the one before it, then it alone.");
    }

    async Task Rollback()
    {
        if (connection.CurrentTransaction is { } transaction)
        {
            await transaction.RollbackAsync();
            await transaction.DisposeAsync();
        }
    }

    Task Line(string happened, MigrationStep step, string? message = null) => Ledger.Append(
        journal,
        happened,
        step.Migration,
        JsonSerializer.Serialize(new Dictionary<string, string?> { ["direction"] = step.IsUp ? "up" : "down", ["message"] = message }),
        CancellationToken.None);

    async Task Set(string setting, string value, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select set_config($1, $2, false)", Session);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = setting });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    static string Name(string migration) => migration[(migration.IndexOf('_') + 1)..];

    static string Address(NpgsqlConnection connection) => $"{connection.Host}:{connection.Port}/{connection.Database}";
}
