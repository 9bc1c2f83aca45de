using System.Buffers.Binary;

namespace Schema.Import.Transfer;

/// <summary>A sum for each column beside the sum of the rows; each value counts together with its row's key, so that two that changed places differ.</summary>
sealed class ColumnDigests(TablePlan plan)
{
    readonly LineFields fields = new(plan);
    readonly UInt128[] sums = new UInt128[plan.Columns.Count];

    public TransferDigest Rows { get; private init; } = new();

    /// <summary>Sums that were added up elsewhere.</summary>
    public static ColumnDigests Of(TablePlan plan, TransferDigest rows, UInt128[] columns)
    {
        var digests = new ColumnDigests(plan) { Rows = rows };
        columns.CopyTo(digests.sums, 0);
        return digests;
    }

    public void Add(ReadOnlySpan<byte> line)
    {
        var (key, sum) = fields.Add(line);
        Rows.Add(key, sum);
        Span<byte> pair = stackalloc byte[32];
        // Without a key the row itself would be it, and every column would differ with any.
        BinaryPrimitives.WriteUInt128BigEndian(pair, plan.KeyColumns == 0 ? 0 : key);
        for (var column = 0; column < sums.Length; column++)
        {
            BinaryPrimitives.WriteUInt128BigEndian(pair[16..], fields.Sums[column]);
            sums[column] += RowHash.Of(pair);
        }
    }

    public IReadOnlyList<ColumnComparison> Beside(ColumnDigests target) =>
    [
        .. plan.Columns.Select((column, position) =>
            new ColumnComparison(column.Target.Name, sums[position].ToString("x32", null), target.sums[position].ToString("x32", null))),
    ];
}
