namespace Schema.Import;

/// <summary>The sum of all row hashes, equal for equal rows in any order; a sum for each of many groups of keys finds the ones that differ.</summary>
sealed class RowDigest(CanonicalRow canonical)
{
    public const int Groups = 4096;

    readonly UInt128[] groups = new UInt128[Groups];

    public UInt128 Sum { get; private set; }

    public long Rows { get; private set; }

    public void Add(ReadOnlySpan<byte> row)
    {
        var bytes = canonical.Of(row);
        var hash = RowHash.Of(bytes);
        Sum += hash;
        groups[canonical.Group(bytes)] += hash;
        Rows++;
    }

    public bool Equals(RowDigest other) => Rows == other.Rows && Sum == other.Sum;

    public IReadOnlyList<int> Differing(RowDigest other) =>
        [.. Enumerable.Range(0, Groups).Where(group => groups[group] != other.groups[group])];

    public override string ToString() => Sum.ToString("x32", null);
}
