using System.Globalization;

namespace Schema.Import;

/// <summary>The rows of one step on their way: read, mapped, written into a buffer, counted; rejects go to their log.</summary>
sealed class RowStream<TLegacy, TRow>(
    StepRun run, Source<TLegacy> source, Func<TLegacy, Mapped<TRow>> map, RowWriter<TRow>? writer, RowDigest? digest)
{
    const int RowsBetweenSigns = 1024;

    readonly RecordShape legacy = RecordShape.Of(typeof(TLegacy));
    readonly string positionWord = run.Session(source).PositionWord;

    public long Read { get; private set; }

    public long Written { get; private set; }

    public static async Task<StepReport> ReadOnly(
        StepRun run, Source<TLegacy> source, Func<TLegacy, Mapped<TRow>> map, string? table, CancellationToken cancellationToken)
    {
        var rows = new RowStream<TLegacy, TRow>(run, source, map, writer: null, digest: null);
        await rows.Into(new RowBuffer(), () => ValueTask.CompletedTask, cancellationToken);

        return run.Report(new StepReport(run.StepName, table) { ReadsSource = true, Read = rows.Read, Written = rows.Written });
    }

    /// <summary>Appends every row to the buffer and hands it over whenever it is full.</summary>
    public async Task Into(RowBuffer buffer, Func<ValueTask> whenFull, CancellationToken cancellationToken)
    {
        await run.Begin(source, cancellationToken);
        await foreach (var row in source.Read(run.Session(source), cancellationToken))
        {
            Read++;
            Append(buffer, row);
            if (buffer.Length >= CopyIn.Chunk)
                await whenFull();

            if (Read % RowsBetweenSigns == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                run.Progress(Read);
            }
        }

        run.Progress(Read, atAnEnd: true);
    }

    void Append(RowBuffer buffer, in SourceRow<TLegacy> row)
    {
        if (row.Refusal is { } refusal)
        {
            var unread = new Reject(legacy.Entity, refusal.Key, refusal.Reason) { Position = Position(row) };
            run.Rejects.Add(unread, refusal.Fields);
            return;
        }

        var mapped = Mapped(row);
        if (mapped.Reject is { } reject)
            Refuse(row, reject);
        else if (writer?.Write(buffer, mapped.Row!) is { } reason)
            Refuse(row, new Reject(legacy.Entity, legacy.KeyOf(row.Record!), reason));
        else
            Accept(buffer);
    }

    void Accept(RowBuffer buffer)
    {
        Written++;
        digest?.Add(buffer.Row);
    }

    Mapped<TRow> Mapped(in SourceRow<TLegacy> row)
    {
        try
        {
            return map(row.Record!);
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            throw run.Refuse(
                $"the map failed at {Position(row)}, {legacy.Entity} {legacy.KeyOf(row.Record!)}: {cause.Message}",
                "Nothing was changed. A row that cannot be taken is a reject: let the map return one.",
                cause);
        }
    }

    void Refuse(in SourceRow<TLegacy> row, Reject reject) =>
        run.Rejects.Add(reject with { Position = Position(row) }, legacy.Fields(row.Record!));

    string Position(in SourceRow<TLegacy> row) => string.Create(CultureInfo.InvariantCulture, $"{positionWord} {row.Position}");
}
