using Npgsql;
using Schema.Import;

namespace Schema.Seeding;

/// <summary>Makes an empty database on a server, in the place of one of that name.</summary>
public static class SampleDatabase
{
    public static async Task<DatabaseAddress> Recreate(NpgsqlConnection server, DatabaseAddress address, string name, CancellationToken cancellationToken)
    {
        await Execute(server, $"drop database if exists {SqlName.Quote(name)} with (force)", cancellationToken);
        await Execute(server, $"create database {SqlName.Quote(name)} template template0", cancellationToken);

        return address.With(name);
    }

    public static async Task<NpgsqlConnection> Open(DatabaseAddress address, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync(cancellationToken);

        return connection;
    }

    static async Task Execute(NpgsqlConnection server, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, server);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
