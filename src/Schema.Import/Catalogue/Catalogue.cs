using System.Text;

namespace Schema.Import;

/// <summary>The shape of a database as sorted lines of text, one for each object; the columns of a table keep their order.</summary>
public sealed class Catalogue
{
    readonly Dictionary<(CatalogueKind, string, string?), CatalogueLine> byKey;
    readonly ILookup<string?, CatalogueLine> byHome;

    internal Catalogue(IEnumerable<CatalogueLine> lines)
    {
        Lines =
        [
            .. lines.OrderBy(line => Section(line.Kind))
                .ThenBy(line => line.Kind == CatalogueKind.Sequence ? line.Name : line.Home ?? line.Name, StringComparer.Ordinal)
                .ThenBy(line => line.Kind)
                .ThenBy(line => line.Kind == CatalogueKind.Column ? "" : line.Name, StringComparer.Ordinal),
        ];
        byKey = Lines.ToDictionary(line => line.Key);
        byHome = Lines.ToLookup(line => line.Home);
    }

    public static Catalogue Empty { get; } = new([]);

    public IReadOnlyList<CatalogueLine> Lines { get; }

    /// <summary>Reads what <see cref="ToString"/> wrote; empty lines and lines that begin with <c>#</c> say nothing.</summary>
    public static Catalogue Parse(string text)
    {
        var lines = new List<CatalogueLine>();
        foreach (var (number, line) in text.Replace("\r\n", "\n").Split('\n').Index())
            if (line.Length > 0 && line[0] != '#')
                lines.Add(CatalogueLine.TryParse(line) ?? throw Unreadable(number + 1, line));

        var twice = lines.CountBy(line => line.Key).FirstOrDefault(count => count.Value > 1).Key;
        return lines.Find(line => line.Key == twice) is { } again ? throw Repeated(again) : new Catalogue(lines);
    }

    /// <summary>The lines of <paramref name="after"/> that <paramref name="before"/> has not: what one migration made.</summary>
    public static Catalogue MadeBy(Catalogue before, Catalogue after) => new(after.Lines.Except(before.Lines));

    /// <summary>A table's columns in their order, for whoever writes rows into it; null where there is no such table.</summary>
    public TableShape? FindTable(string schema, string table)
    {
        var name = CatalogueName.Of(schema, table);
        return Find((CatalogueKind.Table, name, null)) is null ? null : new TableShape(schema, table, [.. Columns(name).Select(ColumnShape.Of)]);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var line in Lines)
            text.Append(line.Home == line.Name && text.Length > 0 ? "\n" : "").Append(line).Append('\n');

        return text.ToString();
    }

    internal CatalogueLine? Find((CatalogueKind, string, string?) key) => byKey.GetValueOrDefault(key);

    internal IEnumerable<CatalogueLine> Columns(string table) => byHome[table].Where(line => line.Kind == CatalogueKind.Column);

    internal bool HasRelation(string name) => byHome[name].Any(line => line.Kind is CatalogueKind.Table or CatalogueKind.View);

    /// <summary>A table is followed by what belongs to it, whatever the kind.</summary>
    static CatalogueKind Section(CatalogueKind kind) => kind > CatalogueKind.Table ? CatalogueKind.Table : kind;

    static SchemaException Unreadable(int number, string line) => new(
        ExitCode.Usage,
        $"Line {number} of the catalogue is \"{line}\"; expected a kind, a name and a definition, such as \"column public.users.id: uuid not null\".",
        "Write the catalogue again with schema create, or take it from version control.");

    static SchemaException Repeated(CatalogueLine line) => new(
        ExitCode.Usage,
        $"The catalogue names {line.Label} twice; expected each object once.",
        "Write the catalogue again with schema create, or take it from version control.");
}
