using Npgsql;
using Schema.Import;

namespace Schema.Seeding;

/// <summary>Nobody can follow a ticker that is not there: that is said before anything is written.</summary>
public static class KnownTickers
{
    public static async Task Require(NpgsqlConnection connection, IReadOnlyCollection<string> followed, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select coalesce(string_agg(distinct f.symbol, ', ' order by f.symbol), '')
            from unnest($1) f (symbol) where not exists (select from ticker t where t.symbol = f.symbol)
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. followed] });
        var missing = (string)(await command.ExecuteScalarAsync(cancellationToken))!;
        if (missing.Length > 0)
            throw new SchemaException(
                ExitCode.DataRefused, $"Tickers that the users follow are missing: {missing}. Nothing was written.", "schema seed tickers");
    }
}
