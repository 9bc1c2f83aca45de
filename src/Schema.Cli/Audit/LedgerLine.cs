using Npgsql;

namespace Schema.Cli;

/// <summary>One line of the ledger, as people read it.</summary>
sealed record LedgerLine(long Id, DateTime At, string Event, string Subject, string Person, string Host, string Tool, string? Message)
{
    /// <summary>The newest lines, oldest first.</summary>
    public static async Task<IReadOnlyList<LedgerLine>> Last(NpgsqlConnection connection, int count, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select id, at, event, subject, person, host, tool, detail->>'message'
              from (select * from ledger.line order by id desc limit $1) newest
             order by id
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = count });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var lines = new List<LedgerLine>();
        while (await reader.ReadAsync(cancellationToken))
            lines.Add(Read(reader));

        return lines;
    }

    static LedgerLine Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetDateTime(1),
        reader.GetString(2),
        reader.GetString(3),
        reader.GetString(4),
        reader.GetString(5),
        reader.GetString(6),
        reader.IsDBNull(7) ? null : reader.GetString(7));
}
