using System.Text.RegularExpressions;

namespace Schema.Import.Transfer;

/// <summary>The named rules for columns whose values a general rule must refuse: <c>TABLE.COLUMN:RULE</c>.</summary>
sealed partial class Repairs
{
    const string Known = "Known are TABLE.COLUMN:lookup(TABLE.NAME→ID) and TABLE.COLUMN:latin1-zlib→base64; -> may stand for →.";

    readonly Dictionary<string, string> rules = new(StringComparer.Ordinal);
    readonly HashSet<string> used = [];
    readonly List<Lookup> lookups = [];

    public Repairs(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            var colon = word.IndexOf(':');
            if (colon < 1 || !rules.TryAdd(word[..colon], word[(colon + 1)..].Replace("->", "→")))
                throw new SchemaException(ExitCode.Usage, $"--repair is '{word}'; it takes a column and a rule, each column once.", Known);
        }
    }

    /// <summary>The conversion that a rule asks for, or the usual one.</summary>
    public Conversion? For(SourceTable table, SourceColumn column, TransferColumn target)
    {
        var usual = ConversionChoice.For(column, target);
        var name = $"{table.Name}.{column.Name}";
        if (!rules.TryGetValue(name, out var rule))
            return usual;

        used.Add(name);
        if (rule == "latin1-zlib→base64" && target.TypeName is "text" or "varchar" && column.Type.Kind is SourceKind.Text or SourceKind.Untyped)
            return new ZlibTextConversion(target.Type.Length);
        if (Form.Match(rule) is not { Success: true } form || usual is null)
            throw new SchemaException(ExitCode.Usage, $"--repair has the rule '{rule}' for {name}, which is {column.Type.Shown} and becomes {target.Shown}.", Known);

        var lookup = new Lookup(form.Groups["table"].Value, form.Groups["name"].Value, form.Groups["id"].Value);
        lookups.Add(lookup);
        return new LookupConversion(usual, lookup);
    }

    /// <summary>Reads the names and ids that rules look up, from the same snapshot.</summary>
    public async Task Load(TransferSource source, IReadOnlyList<SourceTable> tables, CancellationToken cancellationToken)
    {
        if (rules.Keys.FirstOrDefault(name => !used.Contains(name)) is { } unknown)
            throw new SchemaException(ExitCode.Usage, $"--repair names {unknown}, which is no TABLE.COLUMN of what is copied.", Known);

        foreach (var lookup in lookups)
            await lookup.Load(source, tables, cancellationToken);
    }

    [GeneratedRegex(@"^lookup\((?<table>[^()]+)\.(?<name>[^().]+)→(?<id>[^().]+)\)$")]
    static partial Regex Form { get; }
}
