using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Seeding;

/// <summary>A table of reference data: its delivered rows, and the columns by which people tell them apart.</summary>
public sealed record ReferenceTable(string Name, IReadOnlyList<string> NaturalKey, IReadOnlyList<JsonObject> Rows)
{
    /// <summary>The id of a delivered row: named by what it is called, the same in every database and in the migrations.</summary>
    internal static string Id(string entity, string name) => new LegacyKey("schema", entity).For(name).ToString();
}
