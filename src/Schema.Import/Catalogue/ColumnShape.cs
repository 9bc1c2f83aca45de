using System.Text.RegularExpressions;

namespace Schema.Import;

/// <summary>What a column takes: the exact type text of the server, whether NULL is allowed, and what fills it when nothing is given.</summary>
public sealed partial record ColumnShape(string Name, string Type, bool Nullable, string? Default, bool Generated, bool Identity)
{
    /// <summary>The type without length, precision and scale: <c>character varying</c>, <c>timestamp with time zone</c>, <c>numeric[]</c>.</summary>
    public string BaseType { get; } = Modifier.Replace(Type, "");

    /// <summary>The most characters (or bits) a value may have.</summary>
    public int? Length => BaseType.StartsWith("char", StringComparison.Ordinal) || BaseType.StartsWith("bit", StringComparison.Ordinal) ? First : null;

    /// <summary>Digits in all of a numeric, or digits of a second's fraction of a time.</summary>
    public int? Precision => Length is null ? First : null;

    public int? Scale => BaseType.StartsWith("numeric", StringComparison.Ordinal) && First is not null ? Number("scale") ?? 0 : null;

    int? First => Number("first");

    internal static ColumnShape Of(CatalogueLine line)
    {
        var match = Form.Match(line.Definition);
        var filled = match.Groups["filled"].Value;

        return new ColumnShape(
            CatalogueName.Parts(line.Name)[^1],
            match.Groups["type"].Value,
            match.Groups["null"].Value == "null",
            filled.StartsWith("default ", StringComparison.Ordinal) ? filled["default ".Length..] : null,
            filled.StartsWith("generated always as (", StringComparison.Ordinal),
            filled.EndsWith(" as identity", StringComparison.Ordinal));
    }

    int? Number(string group) =>
        Modifier.Match(Type).Groups[group] is { Success: true } found ? int.Parse(found.Value) : null;

    [GeneratedRegex("""^(?<type>(?:"(?:[^"]|"")*"|[^"])+?)(?: collate (?:"(?:[^"]|"")*"|[^" ])+)? (?<null>not null|null)(?: (?<filled>.*))?$""", RegexOptions.Singleline)]
    static partial Regex Form { get; }

    [GeneratedRegex(@"\((?<first>\d+)(?:,(?<scale>-?\d+))?\)")]
    static partial Regex Modifier { get; }
}
