using System.Runtime.InteropServices;

namespace Schema.Import.Transfer;

/// <summary>The rows that a target's table has before the copy, as hashes: each must equal a row of the source, which is then kept.</summary>
sealed class PresentLines
{
    /// <summary>More would not fit into the memory that a run is given.</summary>
    const int Most = 2_000_000;

    readonly Dictionary<UInt128, int> counts = [];

    /// <summary>Rows that no row of the source has equalled yet.</summary>
    public long Left { get; private set; }

    public void Add(UInt128 line)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(counts, line, out _)++;
        Left++;
        if (counts.Count > Most)
            throw new SchemaException(
                ExitCode.Guarded,
                $"A table of the target has more than {Most:N0} rows already; so many are not compared with the source's.",
                "Empty it, or let the copy do so: --replace");
    }

    public bool Take(UInt128 line)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrNullRef(counts, line);
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref count) || count == 0)
            return false;

        count--;
        Left--;
        return true;
    }
}
