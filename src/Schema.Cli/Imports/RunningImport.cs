using Npgsql;
using Schema.Import;

namespace Schema.Cli;

/// <summary>What the session of a running import is doing, as far as the server tells others.</summary>
static class RunningImport
{
    /// <summary>Nothing, when the session imports nothing just now.</summary>
    public static async Task<string> Of(NpgsqlConnection connection, RunningSession session, CancellationToken cancellationToken)
    {
        // An import names its session schema/RUN/IMPORT.
        if (session.Name.Split('/') is not [_, _, var import])
            return "";

        await using var command = new NpgsqlCommand(
            "select tuples_processed, bytes_processed * 100 / nullif(bytes_total, 0) from pg_stat_progress_copy where pid = $1", connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = session.Process });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken) || reader.IsDBNull(0))
            return $", importing {import}";

        var percent = reader.IsDBNull(1) ? "" : $" ({reader.GetInt64(1)} %)";
        return $", importing {import}: {Counted.Of(reader.GetInt64(0), "row")} of this step are sent{percent}";
    }
}
