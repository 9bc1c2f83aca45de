using System.Text.RegularExpressions;

namespace Schema.Import;

/// <summary>One object of a database: its kind and name, the table it belongs to, and what it is.</summary>
public sealed partial record CatalogueLine(CatalogueKind Kind, string Name, string? Table, string Definition)
{
    /// <summary>What a sentence calls it, such as <c>index public.users_email_key on public.users</c>.</summary>
    public string Label => Table is null || Kind == CatalogueKind.Column ? $"{Word(Kind)} {Name}" : $"{Word(Kind)} {Name} on {Table}";

    /// <summary>The relation whose shape this line is a part of; null for what stands alone.</summary>
    internal string? Home => Kind is CatalogueKind.Table or CatalogueKind.View ? Name : Table;

    /// <summary>Sequences and indexes have a name of their own in a schema: moved to another table, each is still the same object.</summary>
    internal (CatalogueKind, string, string?) Key =>
        (Kind, Name, Kind is CatalogueKind.Constraint or CatalogueKind.Trigger ? Table : null);

    public override string ToString() => Escape(Definition.Length == 0 ? Label : $"{Label}: {Definition}");

    internal static CatalogueLine Of(CatalogueKind kind, string schema, string? table, string name, string definition) =>
        new(kind, NameOf(kind, schema, table, name), table is null ? null : CatalogueName.Of(schema, table), definition);

    internal static CatalogueLine? TryParse(string text)
    {
        var line = Unescape(text);
        var space = line.IndexOf(' ');
        if (space < 0 || !Enum.TryParse<CatalogueKind>(line[..space], ignoreCase: true, out var kind) || Word(kind) != line[..space])
            return null;

        var colon = CatalogueName.Outside(line, space + 1, ": ");
        var label = line[(space + 1)..colon];
        var on = CatalogueName.Outside(label, 0, " on ");
        var name = label[..on];
        var table = on < label.Length ? label[(on + " on ".Length)..] : kind == CatalogueKind.Column ? TableOf(name) : null;

        return new CatalogueLine(kind, name, table, colon < line.Length ? line[(colon + ": ".Length)..] : "");
    }

    static string Word(CatalogueKind kind) => kind.ToString().ToLowerInvariant();

    static string NameOf(CatalogueKind kind, string schema, string? table, string name) => kind switch
    {
        CatalogueKind.Schema => CatalogueName.Of(schema),
        CatalogueKind.Column => CatalogueName.Of(schema, table!, name),
        CatalogueKind.Constraint or CatalogueKind.Trigger => CatalogueName.Of(name),
        // A function is told from its namesakes by the types it takes, which follow its name in parentheses.
        CatalogueKind.Function when name.IndexOf('(') is var open => CatalogueName.Of(schema, name[..open]) + name[open..],
        _ => CatalogueName.Of(schema, name),
    };

    static string? TableOf(string column) =>
        CatalogueName.Parts(column) is [var schema, var table, _] ? CatalogueName.Of(schema, table) : null;

    static string Escape(string text) => text.Replace("\\", "\\\\").Replace("\n", "\\n").Replace("\r", "\\r");

    static string Unescape(string text) =>
        Escaped.Replace(text, match => match.Value[1] switch { 'n' => "\n", 'r' => "\r", var other => other.ToString() });

    [GeneratedRegex(@"\\.")]
    static partial Regex Escaped { get; }
}
