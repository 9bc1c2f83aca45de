using Npgsql;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Cli;

/// <summary>How a live database differs from the shape that its migrations left.</summary>
static class DriftReport
{
    public static async Task<Drift> Read(NpgsqlConnection connection, MigrationState state, CancellationToken cancellationToken)
    {
        var live = await LiveCatalogue.Read(connection, cancellationToken);
        var removed = await ArchivedTable.Removed(connection, cancellationToken);

        return Drift.Between(Without(Expected(state), removed), live);
    }

    // A market database is adopted at its own baseline; what earlier migrations make is pending there, not missing.
    static Catalogue Expected(MigrationState state)
    {
        var earlier = KnownMigrations.Ids.TakeWhile(id => state.Current is not null && id != state.Current).ToList();
        var pending = earlier.Where(id => !state.Applied.Contains(id))
            .SelectMany(id => Catalogue.MadeBy(ExpectedCatalogue.After(Before(id)), ExpectedCatalogue.After(id)).Lines)
            .ToHashSet();
        var expected = ExpectedCatalogue.After(state.Current);

        return pending.Count == 0 ? expected : Catalogue.Parse(string.Join('\n', expected.Lines.Where(line => !pending.Contains(line))));
    }

    static string? Before(string migration) => KnownMigrations.Ids.LastOrDefault(id => string.CompareOrdinal(id, migration) < 0);

    // What a person had removed from the archive is no drift, though a migration once made it.
    static Catalogue Without(Catalogue expected, IReadOnlySet<string> removed) => removed.Count == 0
        ? expected
        : Catalogue.Parse(string.Join('\n', expected.Lines.Where(line => !removed.Contains(line.Table ?? line.Name))));
}
