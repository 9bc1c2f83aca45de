using Npgsql;

namespace Schema.Import;

/// <summary>
/// A pooler in transaction mode hands one server session to many clients: session locks and settings would then be
/// somebody else's. It shows when a second connection opens a transaction on the session that the first one just used.
/// </summary>
public static class PoolerCheck
{
    public static async Task Refuse(NpgsqlConnection first, NpgsqlConnection second, CancellationToken cancellationToken)
    {
        var before = await Process(first, null, cancellationToken);
        await using var transaction = await second.BeginTransactionAsync(cancellationToken);
        var other = await Process(second, transaction, cancellationToken);
        if (other != before && await Process(first, null, cancellationToken) == before)
            return;

        throw new SchemaException(
            ExitCode.Unreachable,
            "A connection pooler in transaction mode stands before this database: one connection was served by different server sessions.",
            "Connect to PostgreSQL itself (or to a pool in session mode): the migration lock needs one session from beginning to end.");
    }

    static async Task<int> Process(NpgsqlConnection connection, NpgsqlTransaction? transaction, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select pg_backend_pid()", connection, transaction);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
