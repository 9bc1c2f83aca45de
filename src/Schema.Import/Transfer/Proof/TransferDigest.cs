namespace Schema.Import.Transfer;

/// <summary>The sum of all lines' hashes, equal for equal rows in any order; a sum for each of many groups of keys finds those that differ.</summary>
sealed class TransferDigest
{
    const int Groups = 4096;

    readonly UInt128[] groups = new UInt128[Groups];

    public TransferDigest()
    {
    }

    /// <summary>A sum that somebody else worked out, without its groups.</summary>
    public TransferDigest(long rows, UInt128 sum) => (Rows, Sum) = (rows, sum);

    public UInt128 Sum { get; private set; }

    public long Rows { get; private set; }

    public static int GroupOf(UInt128 key) => (int)((ulong)key % Groups);

    public void Add(UInt128 key, UInt128 line)
    {
        groups[GroupOf(key)] += line;
        Sum += line;
        Rows++;
    }

    public bool Equals(TransferDigest other) => Rows == other.Rows && Sum == other.Sum;

    public IReadOnlyList<int> Differing(TransferDigest other) =>
        [.. Enumerable.Range(0, Groups).Where(group => groups[group] != other.groups[group])];

    public override string ToString() => Sum.ToString("x32", null);
}
