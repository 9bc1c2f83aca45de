using Npgsql;
using NpgsqlTypes;

namespace Schema.Import;

/// <summary>The journal inside the database: lines are only ever added, each holding the hash of the one before.</summary>
public static class Ledger
{
    public static async Task Ensure(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (await Exists(connection, cancellationToken))
        {
            await RefuseNewer(connection, cancellationToken);
            return;
        }

        await using var create = new NpgsqlCommand(LedgerSchema.Sql, connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task<bool> Exists(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select to_regclass('ledger.about') is not null", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public static async Task Append(
        NpgsqlConnection connection, string happened, string subject, string detail, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "insert into ledger.line (event, subject, detail) values ($1, $2, $3)", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = happened });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = subject });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = detail, NpgsqlDbType = NpgsqlDbType.Jsonb });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    static async Task RefuseNewer(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select value from ledger.about where key = 'version'", connection);
        var version = int.Parse((string)(await command.ExecuteScalarAsync(cancellationToken))!);
        if (version > LedgerSchema.Version)
            throw new SchemaException(
                ExitCode.Usage,
                $"The ledger of this database has version {version}; this program knows versions up to {LedgerSchema.Version}.",
                "Use the newer program that was used on this database before.");
    }
}
