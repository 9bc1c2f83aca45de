using System.Globalization;

namespace Schema.Seeding;

/// <summary>What became of the delivered rows, table by table.</summary>
public sealed record ReferenceReport(IReadOnlyList<ReferenceTableReport> Tables, IReadOnlyList<string> NotThereYet) : SeedReport
{
    public override long Written => Tables.Sum(table => table.Added + table.Restored);

    public override string Summary => string.Create(
        CultureInfo.InvariantCulture, $"reference data: {Tables.Sum(table => table.Added)} rows added, {Tables.Sum(table => table.Restored)} put back");

    public override IReadOnlyList<string> Remarks => [.. Tables.SelectMany(table => table.Remarks)];
}

/// <summary>The four numbers are the delivered rows; what else stands in the table is somebody's own.</summary>
public sealed record ReferenceTableReport(string Table, int Added, int Unchanged, int Restored, int Left, long Own, IReadOnlyList<string> Remarks);
