using Npgsql;
using Schema.Import;

namespace Schema.Cli;

/// <summary>The program's migrations beside those that a database has.</summary>
sealed record MigrationState(IReadOnlyList<string> Applied, IReadOnlyList<string> Pending, IReadOnlyList<string> Unknown)
{
    public string? Current => Applied.Count > 0 ? Applied[^1] : null;

    public string CurrentName => Current is null ? "none applied" : MigrationName.Short(Current);

    public string PendingNames => Pending.Count == 0 ? "none" : MigrationName.List(Pending);

    public static async Task<MigrationState> Read(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var applied = await MigrationHistory.Applied(connection, cancellationToken);
        return new(applied, [.. KnownMigrations.Ids.Except(applied)], [.. applied.Except(KnownMigrations.Ids)]);
    }

    public void RefuseNewer()
    {
        if (Unknown.Count > 0)
            throw new SchemaException(
                ExitCode.Usage,
                $"The database is newer than this program: it has {string.Join(", ", Unknown)}, and the newest this program knows is {KnownMigrations.Ids.LastOrDefault() ?? "none"}.",
                "Use the program of that version (or a newer one).");
    }
}
