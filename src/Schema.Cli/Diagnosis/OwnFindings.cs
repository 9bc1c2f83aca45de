using Npgsql;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Cli;

/// <summary>What of ours the database holds, and whether this role may work on it.</summary>
static class OwnFindings
{
    public static async Task<IEnumerable<Finding>> Read(
        Invocation invocation, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var state = await MigrationState.Read(connection, cancellationToken);
        return
        [
            await Guard(invocation, connection, cancellationToken),
            await Grants(connection, state, cancellationToken),
            await LedgerVersion(connection, cancellationToken),
            Migrations(state),
            await BackupProgram(connection, cancellationToken),
        ];
    }

    static async Task<Finding> Guard(Invocation invocation, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var guard = await invocation.Guard(connection, cancellationToken);
        return Finding.Well("environment", $"{guard.Environment}, because {guard.Because}");
    }

    static async Task<Finding> Grants(NpgsqlConnection connection, MigrationState state, CancellationToken cancellationToken)
    {
        var expected = state.Unknown.Count == 0 ? ExpectedCatalogue.After(state.Current) : Catalogue.Empty;
        var missing = await MissingGrants.ToMigrate(connection, expected, cancellationToken);

        return missing.Count == 0
            ? Finding.Well("grants", "the role may do all that migrations do")
            : Finding.Wrong("grants", "the role lacks what migrations need; let an administrator run:", [.. missing]);
    }

    static async Task<Finding> LedgerVersion(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (!await Ledger.Exists(connection, cancellationToken))
            return Finding.Well("ledger", "none yet; the first command that writes makes it");

        await using var command = new NpgsqlCommand("select value from ledger.about where key = 'version'", connection);
        var version = await command.ExecuteScalarAsync(cancellationToken) as string;
        return version is not null && int.Parse(version) <= LedgerSchema.Version
            ? Finding.Well("ledger", $"version {version}")
            : Finding.Wrong("ledger", $"version {version}; this program knows versions up to {LedgerSchema.Version}", "Use the newer program that was used on this database before.");
    }

    static Finding Migrations(MigrationState state) => state.Unknown.Count == 0
        ? Finding.Well("migrations", $"at {state.CurrentName}; pending: {state.PendingNames}")
        : Finding.Wrong("migrations", $"the database has {string.Join(", ", state.Unknown)}, which this program does not know", "Use the program of that version (or a newer one).");

    static async Task<Finding> BackupProgram(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            var program = await PgDump.For(connection.PostgreSqlVersion.Major, cancellationToken);
            return Finding.Well("backup", $"pg_dump {program.Version} ({program.Path})");
        }
        catch (SchemaException error)
        {
            return Finding.Wrong("backup", error.Message, error.Advice ?? "");
        }
    }
}
