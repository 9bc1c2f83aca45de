using Npgsql;
using Schema.Import;

namespace Schema.Migrations;

/// <summary>A market database has a table users of its own, with quite other people in it.</summary>
public static class MarketUsers
{
    /// <summary>Renamed, they would keep their indexes' and sequences' names, which the migrations need: only a schema takes these along.</summary>
    const string Found = """
        select format('alter table %I set schema market;', t.relname)
        from pg_class t
        cross join unnest(array['users', 'user_profiles', 'user_notification_channels', 'user_ticker_follows']) with ordinality as known (name, place)
        where t.relnamespace = to_regnamespace('public') and t.relname = known.name and t.relkind in ('r', 'p')
          and exists (
            select from pg_attribute
            where attrelid = to_regclass('public.users') and attname = 'id' and atttypid = 'bigint'::regtype)
        order by known.place
        """;

    static readonly string[] QueueUsers = ["20261120100100_QueueBaseline", "20261120100300_CentralUsers"];

    /// <summary>Before migrations that make or take over the table users.</summary>
    public static async Task Refuse(NpgsqlConnection connection, IEnumerable<string> migrations, ExitCode exit, CancellationToken cancellationToken)
    {
        if (!migrations.Intersect(QueueUsers).Any())
            return;

        var moves = new List<string>();
        await using var command = new NpgsqlCommand(Found, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            moves.Add(reader.GetString(0));

        if (moves.Count > 0)
            throw new SchemaException(
                exit,
                "The table users has bigint ids: these are the people of a market database, not the help queue's. Nothing was changed.",
                "Use a database of its own for this program, or set them aside, where the market's program finds them with search_path = market, public:\n"
                + $"    create schema market;\n    {string.Join("\n    ", moves)}");
    }
}
