using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Schema.Seeding;

/// <summary>Brings a list of tickers, inside the caller's transaction; nothing is ever deleted.</summary>
public sealed class TickerSeed(NpgsqlConnection connection, IReadOnlyList<TickerRow> listed)
{
    const string Given = """
        with given as (
            select g.* from jsonb_to_recordset($1)
                as g (symbol text, name text, exchange text, sources jsonb, aliases jsonb, is_sp500 boolean, cik text)
        )
        """;

    const string Differs = """
        (t.name, t.exchange, t.sources, t.aliases, t.is_sp500, t.cik)
            is distinct from (g.name, g.exchange, g.sources, g.aliases, g.is_sp500, g.cik)
        """;

    const string Update = $"""
        {Given}
        update ticker t set name = g.name, exchange = g.exchange, sources = g.sources, aliases = g.aliases, is_sp500 = g.is_sp500, cik = g.cik
        from given g where t.symbol = g.symbol and {Differs}
        """;

    const string Insert = $"""
        {Given}
        insert into ticker (symbol, name, exchange, sources, aliases, is_sp500, cik)
        select g.symbol, g.name, g.exchange, g.sources, g.aliases, g.is_sp500, g.cik
        from given g where not exists (select from ticker t where t.symbol = g.symbol)
        """;

    static readonly string[] Written = ["ticker"];

    public static IReadOnlyList<string> Needed { get; } = ["ticker", "user_ticker_follows"];

    /// <summary>Looks first: where nothing differs, no statement that writes is sent.</summary>
    public async Task<TickerReport> Run(CancellationToken cancellationToken)
    {
        await SeedTables.Lock(connection, Written, cancellationToken);
        var (missing, differing) = await Compare(cancellationToken);
        if (differing > 0)
            await Execute(Update, cancellationToken);
        if (missing > 0)
            await Execute(Insert, cancellationToken);

        return new TickerReport(listed.Count, missing, differing, await Kept(cancellationToken));
    }

    async Task<(long Missing, long Differing)> Compare(CancellationToken cancellationToken)
    {
        await using var command = Command($"""
            {Given}
            select count(*) filter (where t.symbol is null), count(*) filter (where t.symbol is not null and {Differs})
            from given g left join ticker t on t.symbol = g.symbol
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);

        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    async Task<List<KeptTicker>> Kept(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select t.symbol, count(f.id)
            from ticker t left join user_ticker_follows f on f.ticker = t.symbol
            where t.symbol <> all ($1)
            group by t.symbol
            order by t.symbol collate "C"
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. listed.Select(row => row.Symbol)] });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var kept = new List<KeptTicker>();
        while (await reader.ReadAsync(cancellationToken))
            kept.Add(new KeptTicker(reader.GetString(0), reader.GetInt64(1)));

        return kept;
    }

    async Task Execute(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    NpgsqlCommand Command(string sql)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Json(), NpgsqlDbType = NpgsqlDbType.Jsonb });

        return command;
    }

    string Json()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            foreach (var row in listed)
                Write(writer, row);
            writer.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    static void Write(Utf8JsonWriter writer, TickerRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("symbol", row.Symbol);
        writer.WriteString("name", row.Name);
        writer.WriteString("exchange", row.Exchange);
        writer.WritePropertyName("sources");
        writer.WriteRawValue(row.Sources);
        writer.WritePropertyName("aliases");
        writer.WriteRawValue(row.Aliases);
        writer.WriteBoolean("is_sp500", row.IsSp500);
        writer.WriteString("cik", row.Cik);
        writer.WriteEndObject();
    }
}
