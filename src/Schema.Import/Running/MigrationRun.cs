using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Schema.Import;

/// <summary>One run over the pending migrations: its two sessions, its lock and its lines in the ledger.</summary>
sealed class MigrationRun : IAsyncDisposable
{
    readonly IRelationalConnection connection;
    readonly long lockKey;
    readonly RunJournal journal;
    readonly EngineOptions options;
    readonly List<(MigrationStep Step, TimeSpan Took)> rehearsed = [];

    MigrationRun(IRelationalConnection connection, long lockKey, EngineOptions options)
    {
        (this.connection, this.lockKey, this.options) = (connection, lockKey, options);
        journal = new RunJournal(Session.CloneWith(Session.ConnectionString));
    }

    NpgsqlConnection Session => (NpgsqlConnection)connection.DbConnection;

    public static async Task<MigrationRun> Begin(
        IRelationalConnection connection, LedgerHistoryRepository history, EngineOptions options, CancellationToken cancellationToken)
    {
        var run = new MigrationRun(connection, history.LockKey, options);
        try
        {
            await run.Open(history, cancellationToken);
            return run;
        }
        catch (Exception error)
        {
            await run.DisposeAsync();
            // A session that was never opened does not tell its host itself.
            if (DatabaseFailure.IsKnown(error))
                throw DatabaseFailure.Explain(error, $"The database {DatabaseAddress.Parse(run.Session.ConnectionString)} cannot be used");
            throw;
        }
    }

    public async Task Guard(MigrationPlan plan, IEnumerable<DataImport> imports, CancellationToken cancellationToken)
    {
        var guard = await EnvironmentGuard.For(Session, options.Settings, options.UnderDotnetEf, cancellationToken);
        if (plan.Reverts && guard.IsProduction && !options.AllowProduction && !options.DryRun)
            throw new SchemaException(
                ExitCode.Guarded,
                $"Undoing a migration is refused: this database counts as Production, because {guard.Because}.",
                options.UnderDotnetEf ? "dotnet ef database update TARGET -- --production" : "schema down --production");

        var missing = imports.Select(import => LegacySystem.Of(import, options.Settings)).Where(system => system.IsMissing).ToList();
        if (missing.Count > 0 && guard.Environment != DeploymentEnvironment.Development)
            throw LegacySystem.Missing(missing, $"{guard.Environment}, because {guard.Because}");

        await options.Preflight(Session, plan.Steps, cancellationToken);
    }

    public async Task Perform(
        MigrationStep step, bool transactional, Func<CancellationToken, Task> migrate, CancellationToken cancellationToken)
    {
        if (options.DryRun && !transactional)
            throw await CannotRehearse(step);

        await journal.Write(LedgerEvent.Started, step);
        options.Progress(new(step.IsUp ? MigrationMoment.Applying : MigrationMoment.Reverting, step.Migration));
        var clock = Stopwatch.StartNew();
        try
        {
            // A concurrent index build waits for old transactions, however long they take.
            await Set("lock_timeout", transactional ? $"{options.LockTimeout.TotalMilliseconds:F0}" : "0", cancellationToken);
            await new Attempts(journal, Session, options) { Once = options.DryRun }.Run(step.Migration, migrate, cancellationToken);
        }
        catch (Exception error)
        {
            await Rollback();
            await journal.WriteEnd(error, step, cancellationToken.IsCancellationRequested);
            if (!cancellationToken.IsCancellationRequested)
                throw DatabaseFailure.Explain(error, $"{Name(step)} {(step.IsUp ? "was not applied" : "was not undone")}");
            throw;
        }

        rehearsed.Add((step, clock.Elapsed));
        options.Progress(new(step.IsUp ? MigrationMoment.Applied : MigrationMoment.Reverted, step.Migration, clock.Elapsed));
    }

    /// <summary>The end of a rehearsal: everything is rolled back, and only then its lines are written.</summary>
    public async Task Complete()
    {
        if (!options.DryRun)
            return;

        await Rollback();
        foreach (var (step, took) in rehearsed)
            await journal.WriteRehearsed(step, took);
    }

    public async ValueTask DisposeAsync()
    {
        await Rollback();
        await journal.DisposeAsync();
        await MigrationLock.GiveBack(Session, lockKey);
        await connection.CloseAsync();
    }

    async Task Open(LedgerHistoryRepository history, CancellationToken cancellationToken)
    {
        await connection.OpenAsync(cancellationToken);
        await journal.Connection.OpenAsync(cancellationToken);
        await RunStart.Prepare(Session, journal.Connection, lockKey, options, cancellationToken);
        if (options.DryRun)
            await BeginRehearsal(history, cancellationToken);
    }

    async Task BeginRehearsal(LedgerHistoryRepository history, CancellationToken cancellationToken)
    {
        // Inside the rehearsal a missing history table would poison the transaction, so it is made before.
        await ((IHistoryRepository)history).CreateIfNotExistsAsync(cancellationToken);
        await connection.BeginTransactionAsync(cancellationToken);
        await RunStart.Rehearse(Session, cancellationToken);
    }

    async Task<SchemaException> CannotRehearse(MigrationStep step)
    {
        await Complete();
        await journal.Write(LedgerEvent.DryRun, step, "cannot run in a transaction");
        var proven = rehearsed.Count == 0 ? "Nothing was proven" : $"Proven, and rolled back: {string.Join(", ", rehearsed.Select(done => Name(done.Step)))}";
        return new(
            ExitCode.Difference,
            $"The dry run ended before {Name(step)}, which cannot run in a transaction. {proven}; not proven: that migration and what follows it.",
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

    async Task Set(string setting, string value, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select set_config($1, $2, false)", Session);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = setting });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    static string Name(MigrationStep step) => step.Migration[(step.Migration.IndexOf('_') + 1)..];
}
