using System.Text;
using Schema.Import;

namespace Schema.Migrations.Timetable;

/// <summary>Where the things of a dump are, and which keys are taken.</summary>
public sealed class ThingIndex
{
    readonly Dictionary<string, long> paths = new(StringComparer.Ordinal);
    readonly SortedSet<string> twice = new(CodePointOrder.Instance);

    public long HighestThing { get; private set; }

    public long HighestThingTag { get; private set; }

    /// <summary>How many users the dump still holds.</summary>
    public long Users { get; private set; }

    /// <summary>Paths that several things have; the last of them counts.</summary>
    public IReadOnlyCollection<string> Twice => twice;

    public static async Task<ThingIndex> Read(DjangoRows rows, CancellationToken cancellationToken)
    {
        var index = new ThingIndex();
        while (await rows.Read(cancellationToken))
            index.Take(rows.Row);

        return index;
    }

    public bool TryFind(string path, out long pk) => paths.TryGetValue(path, out pk);

    internal void Take(DjangoRow row)
    {
        if (row.Is("timetables.thingtag"u8))
            HighestThingTag = Math.Max(HighestThingTag, row.Pk);
        else if (row.Is("timetables.thing"u8))
            Add(Encoding.UTF8.GetString(row.Text("fullpath"u8)), row.Pk);
    }

    void Add(string path, long pk)
    {
        HighestThing = Math.Max(HighestThing, pk);
        Users += ThingPath.IsUser(path) ? 1 : 0;
        if (!paths.TryAdd(path, pk))
            twice.Add(path);

        paths[path] = pk;
    }
}
