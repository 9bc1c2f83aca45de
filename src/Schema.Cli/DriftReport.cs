using Npgsql;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Cli;

/// <summary>How a live database differs from the shape that its newest migration left.</summary>
static class DriftReport
{
    public static async Task<Drift> Read(NpgsqlConnection connection, MigrationState state, CancellationToken cancellationToken)
    {
        var live = await LiveCatalogue.Read(connection, cancellationToken);
        var removed = await ArchivedTable.Removed(connection, cancellationToken);

        return Drift.Between(Without(ExpectedCatalogue.After(state.Current), removed), live);
    }

    // What a person had removed from the archive is no drift, though a migration once made it.
    static Catalogue Without(Catalogue expected, IReadOnlySet<string> removed) => removed.Count == 0
        ? expected
        : Catalogue.Parse(string.Join('\n', expected.Lines.Where(line => !removed.Contains(line.Table ?? line.Name))));
}
