using System.Text.Json.Nodes;
using Npgsql;

namespace Schema.Cli;

/// <summary>How much of the help queue there is, before the migrations and after them.</summary>
sealed record QueueCounts(long People, long Tickets, long Chatrooms)
{
    public static Task<QueueCounts> Found(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        Count(connection, "select (select count(*) from users), (select count(*) from tickets), (select count(*) from chatrooms)", cancellationToken);

    public static Task<QueueCounts> Migrated(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        Count(
            connection,
            """
            select (select count(distinct user_id) from user_external_ids where system = 'qstack'),
                (select count(*) from tickets), (select count(*) from chatrooms)
            """,
            cancellationToken);

    public JsonObject Json() => new() { ["people"] = People, ["tickets"] = Tickets, ["chatrooms"] = Chatrooms };

    static async Task<QueueCounts> Count(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);

        return new QueueCounts(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }
}
