using Npgsql;

namespace Schema.Import;

/// <summary>One import outside of a migration, with a migration's guarantees: its lock, its ledger lines, one transaction, attempts from nothing.</summary>
public sealed class ImportSession : IAsyncDisposable
{
    readonly DataImport import;
    readonly EngineOptions options;
    readonly NpgsqlConnection session;
    readonly RunJournal journal;

    ImportSession(DataImport import, EngineOptions options, NpgsqlConnection session, NpgsqlConnection journal) =>
        (this.import, this.options, this.session, this.journal) = (import, options, session, new RunJournal(journal));

    public NpgsqlConnection Connection => session;

    /// <summary>Waits until no other run changes the database.</summary>
    public static async Task<ImportSession> Begin(
        DataImport import, TargetDatabase database, EngineOptions options, CancellationToken cancellationToken)
    {
        var session = new ImportSession(import, options, await database.Open(cancellationToken), new NpgsqlConnection(database.Address.ConnectionString));
        try
        {
            await session.journal.Connection.OpenAsync(cancellationToken);
            await RunStart.Prepare(session.session, session.journal.Connection, MigrationHistory.LockKey, options, cancellationToken);
            if (options.DryRun)
                await RunStart.Rehearse(session.session, cancellationToken);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>False, when the import is done already and its source is what it was.</summary>
    public async Task<bool> Run(CancellationToken cancellationToken)
    {
        var earlier = await ImportState.Of(session, import.Name, cancellationToken);
        if (earlier is not { IsDone: true })
        {
            await Perform("did not run", (recorded, token) => Always(recorded.RunOrSkip(token)), cancellationToken);
            return true;
        }

        var changed = await Perform("did not run", (recorded, token) => recorded.RunAgain(earlier, token), cancellationToken);
        if (!changed)
            await journal.Write(LedgerEvent.Skipped, import.Name, new() { ["unchanged"] = true, ["message"] = "the source is what it was" });

        return changed;
    }

    public Task Undo(CancellationToken cancellationToken) =>
        Perform("was not taken back", (recorded, token) => Always(recorded.Undo(token)), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await journal.DisposeAsync();
        await MigrationLock.GiveBack(session, MigrationHistory.LockKey);
        await session.DisposeAsync();
    }

    static async Task<bool> Always(Task work)
    {
        await work;
        return true;
    }

    async Task<bool> Perform(string failed, Func<RecordedImport, CancellationToken, Task<bool>> work, CancellationToken cancellationToken)
    {
        await journal.Write(LedgerEvent.Started, import.Name);
        var kept = false;
        try
        {
            await new Attempts(journal, session, options).Run(import.Name, async token => kept = await InTransaction(work, token), cancellationToken);
        }
        catch (Exception error)
        {
            await journal.WriteEnd(error, import.Name, cancellationToken.IsCancellationRequested);
            if (!cancellationToken.IsCancellationRequested)
                throw DatabaseFailure.Explain(error, $"The import {import.Name} {failed}");
            throw;
        }

        if (kept && options.DryRun)
            await journal.Write(LedgerEvent.DryRun, import.Name);

        return kept;
    }

    async Task<bool> InTransaction(Func<RecordedImport, CancellationToken, Task<bool>> work, CancellationToken cancellationToken)
    {
        await using var transaction = await session.BeginTransactionAsync(cancellationToken);
        var kept = await work(new RecordedImport(import, options, session, transaction), cancellationToken);
        if (kept && !options.DryRun)
            await transaction.CommitAsync(cancellationToken);
        else
            await transaction.RollbackAsync(cancellationToken);

        return kept;
    }
}
