using Npgsql;

namespace Schema.Seeding;

/// <summary>Brings the delivered reference rows, inside the caller's transaction; what people made of them stays.</summary>
public sealed class ReferenceSeed(NpgsqlConnection connection, bool reset)
{
    /// <summary>Delivered ids whose row somebody made before, under an id of its own: children refer to that one.</summary>
    readonly Dictionary<string, string> standIns = [];

    public static IReadOnlyList<string> Needed { get; } = ["permission_modules", "permissions", "roles"];

    public async Task<ReferenceReport> Run(CancellationToken cancellationToken)
    {
        var existing = await SeedTables.Existing(connection, [.. ReferenceData.Tables.Select(table => table.Name)], cancellationToken);
        await SeedTables.Lock(connection, existing, cancellationToken);
        var reports = new List<ReferenceTableReport>();
        foreach (var table in ReferenceData.Tables.Where(table => existing.Contains(table.Name)))
            reports.Add(await new ReferenceTableSeed(connection, table, standIns, reset).Run(cancellationToken));

        return new ReferenceReport(reports, [.. ReferenceData.Tables.Select(table => table.Name).Except(existing)]);
    }
}
