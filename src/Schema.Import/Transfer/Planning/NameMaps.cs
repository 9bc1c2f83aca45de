namespace Schema.Import.Transfer;

/// <summary>What <c>--map</c> says: another name for a table, or for a column of one.</summary>
sealed class NameMaps
{
    readonly Dictionary<string, string> maps = new(StringComparer.Ordinal);
    readonly HashSet<string> used = [];

    public NameMaps(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            var parts = word.Split('=');
            if (parts.Length != 2 || parts[0].Length == 0 || parts[1].Length == 0 || !maps.TryAdd(parts[0], parts[1]))
                throw new SchemaException(
                    ExitCode.Usage,
                    $"--map is '{word}'; it takes one name of the source and one of the target, each source name once.",
                    "Write --map OLD=NEW for a table, --map TABLE.OLD=NEW for a column.");
        }
    }

    public string Table(SourceTable table) => Find(table.Name) ?? table.Name;

    public string Column(SourceTable table, SourceColumn column) => Find($"{table.Name}.{column.Name}") ?? column.Name;

    public void RefuseUnused()
    {
        if (maps.Keys.FirstOrDefault(name => !used.Contains(name)) is { } name)
            throw new SchemaException(
                ExitCode.Usage, $"--map names {name}, which is neither a table nor a TABLE.COLUMN of what is copied.", "Names are written exactly as the source has them.");
    }

    string? Find(string name)
    {
        if (!maps.TryGetValue(name, out var mapped))
            return null;

        used.Add(name);
        return mapped;
    }
}
