using Npgsql;
using Schema.Import;

namespace Schema.Migrations;

/// <summary>Looks registrations up where they are kept.</summary>
public static class PlumeDirectory
{
    /// <summary>The registrations among <paramref name="ids"/> that exist; in no order.</summary>
    public static async Task<IReadOnlyList<LegacyPlumeUser>> Find(
        DatabaseAddress plume, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(plume.SourceConnectionString);
            await connection.OpenAsync(cancellationToken);
            return await Find(connection, ids, cancellationToken);
        }
        catch (NpgsqlException failure)
        {
            throw DatabaseFailure.Explain(failure, $"The source {plume} cannot be asked");
        }
    }

    static async Task<IReadOnlyList<LegacyPlumeUser>> Find(
        NpgsqlConnection connection, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """select id::text, first_name, last_name, email from "user" where id::text = any($1)""", connection);
        command.Parameters.Add(new() { Value = ids.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<LegacyPlumeUser>();
        while (await reader.ReadAsync(cancellationToken))
            found.Add(new(reader.GetString(0), Text(reader, 1), Text(reader, 2), Text(reader, 3)));

        return found;
    }

    static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
