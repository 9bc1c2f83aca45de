using System.Data;
using Npgsql;

namespace Schema.Import;

/// <summary>One connection to a legacy PostgreSQL database and one repeatable, read-only snapshot of it.</summary>
sealed class PostgresSession : SourceSession
{
    readonly NpgsqlConnection connection;
    readonly DatabaseAddress address;

    PostgresSession(NpgsqlConnection connection, DatabaseAddress address) => (this.connection, this.address) = (connection, address);

    public override string Description => $"postgres {address}";

    public static async Task<PostgresSession> Open(string location, CancellationToken cancellationToken)
    {
        var address = DatabaseAddress.Parse(location, "source");
        var connection = new NpgsqlConnection(address.SourceConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            await using var settle = new NpgsqlCommand(
                "set transaction read only; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0", connection);
            await settle.ExecuteNonQueryAsync(cancellationToken);

            return new PostgresSession(connection, address);
        }
        catch (Exception failure) when (DatabaseFailure.IsKnown(failure))
        {
            await connection.DisposeAsync();
            throw DatabaseFailure.Explain(failure, $"The source {address}");
        }
    }

    public NpgsqlCommand Command(string sql, IReadOnlyList<object> values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });

        return command;
    }

    /// <summary>Tells a query that the source refuses from a source that went away.</summary>
    public async ValueTask<TResult> Guard<TResult>(Func<Task<TResult>> act, string query)
    {
        try
        {
            return await act();
        }
        catch (NpgsqlException failure) when (IsLost(failure))
        {
            throw new SourceLostException(address.ToString(), failure);
        }
        catch (PostgresException refused)
        {
            throw new SchemaException(ExitCode.DataRefused, $"The source {address} refused {query}: {refused.MessageText}.", cause: refused);
        }
    }

    public override ValueTask DisposeAsync() => connection.DisposeAsync();

    protected internal override async Task<string?> Identity(CancellationToken cancellationToken) =>
        await DatabaseIdentity.Of(connection, cancellationToken);

    bool IsLost(NpgsqlException failure) =>
        failure is not PostgresException || failure.SqlState is ['5', '7', 'P', ..] or ['0', '8', ..] || connection.FullState.HasFlag(ConnectionState.Broken);
}
