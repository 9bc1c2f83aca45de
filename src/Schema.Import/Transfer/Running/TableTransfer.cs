using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Schema.Import.Transfer;

/// <summary>One table from the source into the target: streamed, proven, reported.</summary>
sealed partial class TableTransfer(TransferSource source, NpgsqlConnection target, TablePlan plan, TransferOptions options, TransferCount count, bool isEmpty, bool serverHashes)
{
    readonly Stopwatch watch = Stopwatch.StartNew();

    /// <summary>What the target computes can only be proven by looking at it.</summary>
    bool Digests => options.Verify == Verification.Digests || plan.HasComputed;

    /// <summary>Rows that are there already are compared as lines; and what the server is not known to hash is read back as lines.</summary>
    bool IsBinary => isEmpty && plan.IsBinary && (serverHashes || !Digests);

    public async Task<TableReport> Run(CancellationToken cancellationToken)
    {
        count.Begin(plan.Source);
        foreach (var column in plan.Columns)
            column.Conversion.Forget();

        var present = isEmpty ? null : await Present(cancellationToken);
        await using var rejects = new RejectLog(options.RejectsFolder, options.Command, plan.Source.Name);
        rejects.Forget();
        RowWriter writer = IsBinary
            ? new BinaryWriter(plan, new LineBuffer(hashes: false), Digests)
            : new LineWriter(plan, new LineBuffer(Digests || present is not null));
        var stream = new TableStream(plan, writer)
        {
            Digest = Digests ? new TransferDigest() : null,
            Present = present,
            Rejects = rejects,
            Progress = count.Tell,
        };
        var bytes = await Stream(stream, writer.Line, cancellationToken);
        RefuseRejects(stream, rejects);
        RefuseStrangers(present);
        var proof = await new TransferProof(source, target, plan).Prove(stream, IsBinary, cancellationToken);

        return new(plan.Target.Shown, stream.Read, stream.Written, stream.Kept, stream.Rejected, bytes, watch.Elapsed, proof)
        {
            Changes = [.. plan.Columns.Where(column => column.Conversion.Changed > 0).Select(Change)],
            Rejects = rejects.First,
            RejectsFile = stream.Rejected > 0 ? rejects.Path : null,
        };
    }

    async Task<long> Stream(TableStream stream, LineBuffer line, CancellationToken cancellationToken)
    {
        try
        {
            await using var rows = await source.Rows(plan.Source, [.. plan.Columns.Select(column => column.Source)], cancellationToken);
            await using var sender = await RowSender.Start(target, plan, IsBinary, cancellationToken);
            await stream.Run(rows, () => sender.Send(line, cancellationToken), cancellationToken);
            await sender.Complete(line, cancellationToken);
            return rows.Bytes;
        }
        catch (PostgresException refused) when (LineNumber.Match(refused.Where ?? "") is { Success: true } found)
        {
            // Of a table that keeps rows not every row is a line.
            var key = isEmpty ? await KeyOfLine(long.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture), cancellationToken) : "a row";
            throw Refused(refused, key);
        }
    }

    /// <summary>The server names the line that it refused; reading the snapshot again tells whose it was.</summary>
    async Task<string> KeyOfLine(long number, CancellationToken cancellationToken)
    {
        var key = "";
        var line = new LineBuffer();
        var search = new TableStream(plan, new LineWriter(plan, line))
        {
            Look = (rows, written) => key = written == number ? RowText.Key(plan, rows, number) : key,
        };
        await using (var rows = await source.Rows(plan.Source, [.. plan.Columns.Select(column => column.Source)], cancellationToken))
            await search.Run(rows, line.Discard, cancellationToken);

        return key;
    }

    SchemaException Refused(PostgresException refused, string key) => new(
        ExitCode.DataRefused,
        $"{plan.Source.Name} {key} is refused by the target: {refused.MessageText.TrimEnd('.')}{(refused.Detail is { } detail ? $" ({detail.TrimEnd('.')})" : "")}.",
        "Nothing was changed. Correct the row in the source.",
        refused);

    async Task<PresentLines> Present(CancellationToken cancellationToken)
    {
        var present = new PresentLines();
        var fields = new LineFields(plan);
        await using var lines = await ReadBack.Start(target, plan, cancellationToken);
        while (await lines.ReadLine(cancellationToken))
            present.Add(fields.Add(lines.Piece).Line);

        return present;
    }

    void RefuseRejects(TableStream stream, RejectLog rejects)
    {
        if (options.MaxRejects.Allows(stream.Rejected, stream.Read))
            return;

        var lines = rejects.First.Take(3).Select(reject => $"  {reject}").ToList();
        if (stream.Rejected > lines.Count)
            lines.Add($"  and {stream.Rejected - lines.Count:N0} more");

        throw new SchemaException(
            ExitCode.DataRefused,
            $"{plan.Source.Name}: read {stream.Read:N0}, rejected {stream.Rejected:N0}; {options.MaxRejects}.\n{string.Join('\n', lines)}            (rejects: {rejects.Path})",
            "Nothing was changed. Correct the rows in the source, or allow to lose them: --max-rejects N");
    }

    void RefuseStrangers(PresentLines? present)
    {
        if (present is { Left: > 0 and var left })
            throw new SchemaException(
                ExitCode.Guarded,
                $"{plan.Target.Shown} is not empty: {left:N0} of its rows {(left == 1 ? "equals" : "equal")} none of the source.",
                "Nothing was changed. Empty the table, or let the copy replace what it holds: --replace");
    }

    static string Change(ColumnPlan column) =>
        $"{column.Source.Name}: {column.Conversion.Changed:N0} {(column.Conversion.Changed == 1 ? "value" : "values")} {column.Conversion.CountedRule}";

    [GeneratedRegex(@"^COPY .*?, line (\d+)", RegexOptions.Singleline)]
    static partial Regex LineNumber { get; }
}
