using System.Text.Json.Nodes;
using Npgsql;

namespace Schema.Import;

/// <summary>The newest ledger line that says whether an import's rows are in the database.</summary>
public sealed record ImportState(string Event, DateTime At, JsonObject Detail)
{
    public bool IsDone => Event == LedgerEvent.Imported;

    internal string? Fingerprint => (string?)Detail["fingerprint"];

    internal long? Rejected => (long?)Detail["rejected"];

    public static async Task<ImportState?> Of(NpgsqlConnection connection, string import, CancellationToken cancellationToken)
    {
        if (!await Ledger.Exists(connection, cancellationToken))
            return null;

        // A run that found nothing to do is skipped as well, and changes nothing.
        await using var command = new NpgsqlCommand(
            """
            select event, at, detail::text from ledger.line
            where subject = $1 and (event in ('imported', 'undone') or event = 'skipped' and not detail ? 'unchanged')
            order by id desc limit 1
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = import });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        return await reader.ReadAsync(cancellationToken)
            ? new(reader.GetString(0), reader.GetDateTime(1), JsonNode.Parse(reader.GetString(2))!.AsObject())
            : null;
    }
}
