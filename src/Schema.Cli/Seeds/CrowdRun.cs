using Npgsql;
using Schema.Import;
using Schema.Seeding;

namespace Schema.Cli;

/// <summary>One crowd in one transaction: the ledger hears of its beginning before, and of its end whatever that is.</summary>
sealed class CrowdRun(Invocation invocation, TargetDatabase database, NpgsqlConnection connection, bool online)
{
    public const string Subject = "seed users";

    /// <summary>Nothing, when everybody is there already.</summary>
    public async Task<ImportReport?> Run(int seed, int count, CancellationToken cancellationToken)
    {
        var (crowd, exclusive) = await Plan(seed, count, cancellationToken);
        if (crowd is null)
            return null;

        var words = FormattableString.Invariant($"people {crowd.First:N0} to {crowd.Last:N0} of seed {seed}");
        invocation.Screen.Note($"{words}, in one transaction; {(exclusive ? "their tables are locked meanwhile (--online lets others read)" : "others can read meanwhile")}.");
        await Ledger.Append(connection, LedgerEvent.Started, Subject, Detail.Message(words), cancellationToken);
        try
        {
            return await Write(crowd, exclusive, words, cancellationToken);
        }
        catch (Exception error)
        {
            await Tell(error, cancellationToken.IsCancellationRequested);
            throw;
        }
    }

    async Task<(Crowd? Crowd, bool Exclusive)> Plan(int seed, int count, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var crowds = new CrowdSeed(connection, transaction);
        var crowd = await crowds.Missing(seed, count, cancellationToken);
        if (crowd is null)
            return (null, false);

        await crowds.Require(cancellationToken);
        return (crowd, !online && await crowds.IsWorthAWindow(crowd, cancellationToken));
    }

    async Task<ImportReport> Write(Crowd crowd, bool exclusive, string words, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var report = await new CrowdSeed(connection, transaction).Run(crowd, exclusive, invocation.Options.Identity.Run, invocation.Screen, cancellationToken);
        await Ledger.Append(
            connection, LedgerEvent.Seeded, Subject, Detail.Message(FormattableString.Invariant($"{words}: {report.Written:N0} rows")), cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return report;
    }

    /// <summary>In a session of its own: the other one may have been lost in the middle of a row.</summary>
    async Task Tell(Exception error, bool interrupted)
    {
        try
        {
            await using var session = await WritingSession.Begin(invocation, database, CancellationToken.None);
            await Ledger.Append(
                session.Connection, interrupted ? LedgerEvent.Cancelled : LedgerEvent.Failed, Subject, Detail.Message(error.Message), CancellationToken.None);
        }
        catch (Exception gone) when (DatabaseFailure.IsKnown(gone))
        {
            // The server is gone: "started" without an end is what the ledger can say.
        }
    }
}
