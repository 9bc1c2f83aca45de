using Npgsql;
using Schema.Import;
using Schema.Seeding;

namespace Schema.Cli;

/// <summary>One seed in one transaction, with its ledger line; what has nothing to write leaves no trace at all.</summary>
sealed record SeedRun(string Subject, IReadOnlyList<string> NeededTables, Func<NpgsqlConnection, Task> Guard)
{
    public async Task<TReport> Run<TReport>(
        Invocation invocation, TargetDatabase database, Func<NpgsqlConnection, Task<TReport>> seed, CancellationToken cancellationToken)
        where TReport : SeedReport
    {
        await using var session = await Begin(invocation, database, cancellationToken);
        await using var transaction = await session.Connection.BeginTransactionAsync(cancellationToken);
        var report = await seed(session.Connection);
        if (report.Written > 0)
        {
            await Ledger.Append(session.Connection, LedgerEvent.Seeded, Subject, Detail.Message(report.Summary), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return report;
    }

    /// <summary>Guarded before the session that would make a ledger, and again on the session itself.</summary>
    public async Task<WritingSession> Begin(Invocation invocation, TargetDatabase database, CancellationToken cancellationToken)
    {
        await using (var looking = await database.Open(cancellationToken))
        {
            await Guard(looking);
            await SeedTables.Require(looking, NeededTables, cancellationToken);
        }

        var session = await WritingSession.Alone(invocation, database, cancellationToken);
        try
        {
            await Guard(session.Connection);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }
}
