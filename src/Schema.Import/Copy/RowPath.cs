using Npgsql;

namespace Schema.Import;

/// <summary>Brings the mapped rows of one step into one table and proves that they stand there as they were sent.</summary>
sealed class RowPath<TLegacy, TRow>(StepRun run, Source<TLegacy> source, Func<TLegacy, Mapped<TRow>> map, RowWriter<TRow> writer)
{
    readonly RowDigest sent = new(Canonical(writer));

    public RowWriter<TRow> Writer => writer;

    public RowDigest Sent => sent;

    /// <summary>Sends all rows to a table with the writer's columns.</summary>
    public async Task<RowStream<TLegacy, TRow>> Send(string table, CancellationToken cancellationToken)
    {
        var rows = new RowStream<TLegacy, TRow>(run, source, map, writer, sent);
        try
        {
            await using var copy = await CopyIn.Start(run.Target, table, ColumnNames, cancellationToken);
            await rows.Into(copy.Buffer, () => copy.Flush(cancellationToken), cancellationToken);
            await copy.Complete(cancellationToken);
        }
        catch (PostgresException refused)
        {
            throw run.Refused(refused, writer.Table, writer.Members, await RowAt(refused, cancellationToken));
        }

        return rows;
    }

    /// <summary>Reads back what a query returns and holds it against what was sent.</summary>
    public async Task<ProofKind> Prove(string table, string condition, CancellationToken cancellationToken)
    {
        if (run.Context.Verify == Verification.Counts)
        {
            await ProveCount(table, condition, cancellationToken);
            return ProofKind.Counts;
        }

        var query = Query(table, condition);
        var found = await ReadBack(query, cancellationToken);
        if (!found.Equals(sent))
            throw await Difference(query, found, cancellationToken);

        return ProofKind.Digests;
    }

    public IEnumerable<string> ColumnNames => writer.Columns.Select(column => column.Name);

    /// <summary>The server counts the rows it was sent; the source is read again to find the one it stopped at.</summary>
    async Task<string?> RowAt(PostgresException refused, CancellationToken cancellationToken)
    {
        if (CopyLine.Of(refused) is not { } line)
            return null;

        var shape = RecordShape.Of(typeof(TLegacy));
        var buffer = new RowBuffer();
        await foreach (var row in source.Read(run.Session(source), cancellationToken))
        {
            buffer.Clear();
            if (row.Refusal is null && map(row.Record!) is { Reject: null } mapped && writer.Write(buffer, mapped.Row!) is null && --line == 0)
                return $"{shape.Entity} {shape.KeyOf(row.Record!)}";
        }

        return null;
    }

    async Task ProveCount(string table, string condition, CancellationToken cancellationToken)
    {
        var found = await run.Count($"select count(*) from {table} {condition}", cancellationToken);
        if (found != sent.Rows)
            throw run.Refuse($"sent {Number(sent.Rows)} rows to {writer.Table.Shown}, found {Number(found)} there.", ProofAdvice.Text);
    }

    async Task<RowDigest> ReadBack(string query, CancellationToken cancellationToken)
    {
        var digest = new RowDigest(Canonical(writer));
        await using var rows = await CopyOut.Start(run.Target, query, cancellationToken);
        while (await rows.Read(cancellationToken))
            digest.Add(rows.Row);

        return digest;
    }

    async Task<SchemaException> Difference(string query, RowDigest found, CancellationToken cancellationToken)
    {
        var search = new DifferenceSearch<TRow>(writer, Canonical(writer), sent.Differing(found));
        await foreach (var row in source.Read(run.Session(source), cancellationToken))
        {
            if (row.Refusal is null && map(row.Record!) is { Reject: null } mapped)
                search.Sent(mapped.Row!);
        }

        await using (var rows = await CopyOut.Start(run.Target, query, cancellationToken))
        {
            while (await rows.Read(cancellationToken))
                search.Found(rows.Row);
        }

        return run.Refuse(
            $"sent {Number(sent.Rows)} rows to {writer.Table.Shown}, read back {Number(found.Rows)}, and they differ:\n  {string.Join("\n  ", search.Lines())}",
            ProofAdvice.Text);
    }

    string Query(string table, string condition) => $"select {string.Join(", ", ColumnNames.Select(SqlName.Quote))} from {table} {condition}";

    static CanonicalRow Canonical(RowWriter<TRow> writer) => new([.. writer.Columns], writer.KeyOrdinals);

    static string Number(long count) => count.ToString("N0", null);
}
