using System.Diagnostics;

namespace Schema.Import.Transfer;

/// <summary>How far a table is, and all of them together.</summary>
public sealed record TransferProgress(string Table, long Rows, long? Expected, long Bytes, TimeSpan Elapsed, TransferTotal All);

/// <summary>Which of how many tables it is, what arrived of all of them, and about what share that is.</summary>
public sealed record TransferTotal(int Number, int Tables, long Bytes, double Share, TimeSpan Elapsed);

/// <summary>Adds the tables up as they come by; the sizes that a source estimates say how much of everything each of them is.</summary>
sealed class TransferCount(IReadOnlyList<SourceTable> tables, Action<TransferProgress> tell)
{
    readonly Stopwatch watch = Stopwatch.StartNew();
    readonly double whole = Math.Max(1, tables.Sum(Weight));
    SourceTable? current;
    TimeSpan began;
    long bytesBefore, bytesNow;
    double weightBefore;
    int number;

    public void Begin(SourceTable table)
    {
        weightBefore += current is null ? 0 : Weight(current);
        (current, began, bytesBefore, bytesNow) = (table, watch.Elapsed, bytesBefore + bytesNow, 0);
        number++;
    }

    public void Tell(long rows, long bytes)
    {
        bytesNow = bytes;
        var table = current!;
        // The number of rows is an estimate as well.
        var share = (weightBefore + Weight(table) * Math.Min(1, rows / Math.Max(1.0, table.EstimatedRows))) / whole;
        tell(new(
            table.Name, rows, table.EstimatedRows, bytes, watch.Elapsed - began,
            new(number, tables.Count, bytesBefore + bytes, Math.Min(1, share), watch.Elapsed)));
    }

    static double Weight(SourceTable table) => Math.Max(1, table.EstimatedBytes);
}
