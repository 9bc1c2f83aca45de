using System.Globalization;
using Npgsql;

namespace Schema.Import.Transfer;

/// <summary>Looks at what the target holds now and compares it with what was sent; a difference is narrowed down to rows.</summary>
sealed class TransferProof(TransferSource source, NpgsqlConnection target, TablePlan plan)
{
    public async Task<string> Prove(TableStream stream, bool serverHashes, CancellationToken cancellationToken)
    {
        var expected = stream.Written + stream.Kept;
        if (stream.Digest is not { } sent)
        {
            await Count(expected, cancellationToken);
            return "counts";
        }

        var found = await (serverHashes ? ServerDigest.Read(target, plan, cancellationToken) : ReadBack.Digest(target, plan, cancellationToken));
        if (!sent.Equals(found))
            throw new SchemaException(
                ExitCode.DataRefused,
                $"The proof failed: {plan.Target.Shown} does not hold what was sent ({sent.Rows:N0} rows sent, {found.Rows:N0} found):\n  "
                    + string.Join("\n  ", await Differences(cancellationToken)),
                "Nothing was changed. Something in the target alters what is written: a trigger, a rule, or a computed column that computes something else.");

        return $"digest {sent}";
    }

    /// <summary>Reads both sides once more and names the first rows that differ.</summary>
    async Task<IReadOnlyList<string>> Differences(IReadOnlyList<int> groups, CancellationToken cancellationToken)
    {
        var search = new DifferenceLines(plan, groups);
        var line = new LineBuffer(hashes: false);
        var stream = new TableStream(plan, new LineWriter(plan, line, keepsComputed: true))
        {
            Look = (_, _) => search.Source(line.Line),
            Refused = reject => search.Refused(reject.Key),
        };
        await using (var rows = await source.Rows(plan.Source, [.. plan.Columns.Select(column => column.Source)], cancellationToken))
            await stream.Run(rows, line.Discard, cancellationToken);

        await using var lines = await ReadBack.Start(target, plan, cancellationToken);
        while (await lines.ReadLine(cancellationToken))
            search.Target(lines.Piece);

        return search.Lines();
    }

    /// <summary>What the server added up tells that rows differ, not which: both sides are read again for the groups of keys.</summary>
    public async Task<IReadOnlyList<string>> Differences(CancellationToken cancellationToken) => await Differences(
        (await ReadSource(new LineBuffer(), cancellationToken)).Differing(await ReadBack.Digest(target, plan, cancellationToken)), cancellationToken);

    async Task<TransferDigest> ReadSource(LineBuffer line, CancellationToken cancellationToken)
    {
        var stream = new TableStream(plan, new LineWriter(plan, line)) { Digest = new TransferDigest() };
        await using var rows = await source.Rows(plan.Source, [.. plan.Columns.Select(column => column.Source)], cancellationToken);
        await stream.Run(rows, line.Discard, cancellationToken);
        return stream.Digest;
    }

    async Task Count(long expected, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select count(*) from {plan.Target.Own}", target);
        var found = Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        if (found != expected)
            throw new SchemaException(
                ExitCode.DataRefused,
                $"The proof failed: {plan.Target.Shown} has {found:N0} rows where {expected:N0} were sent.",
                "Nothing was changed. Something in the target takes rows away or adds some: a trigger or a rule.");
    }
}
