using Npgsql;
using Schema.Import;

namespace Schema.Seeding;

/// <summary>Brings a crowd through the engine, inside the caller's transaction.</summary>
public sealed class CrowdSeed(NpgsqlConnection connection, NpgsqlTransaction transaction)
{
    /// <summary>Fewer are written faster than indexes are built anew.</summary>
    const int WorthAWindow = 5000;

    const int Chunk = 20_000;

    static readonly Guid[] Roles = [RoleRow.Hacker, RoleRow.Mentor, RoleRow.Admin];

    public static IReadOnlyList<string> Needed { get; } =
        ["queue_members", "roles", "ticker", "tickets", "user_notification_channels", "user_profiles", "user_roles", "user_ticker_follows", "users"];

    /// <summary>Those of the crowd who are not there yet; nobody, when all are.</summary>
    public async Task<Crowd?> Missing(int seed, int count, CancellationToken cancellationToken)
    {
        var found = await Found(new Crowd(seed, 1, count), cancellationToken);
        if (found == count)
            return null;
        if (await Found(new Crowd(seed, 1, found), cancellationToken) != found)
            throw new SchemaException(
                ExitCode.DataRefused,
                FormattableString.Invariant($"Of the {count:N0} people of seed {seed}, {found:N0} are there, and not the first {found:N0}: somebody removed some."),
                "Nothing was changed. Another --seed makes other people.");

        return new Crowd(seed, found + 1, count);
    }

    /// <summary>What the rows refer to must be there before the first of them.</summary>
    public async Task Require(CancellationToken cancellationToken)
    {
        await KnownTickers.Require(connection, await Tickers(cancellationToken), cancellationToken);
        if (await Count("select count(*) from roles where id = any ($1)", Roles, cancellationToken) < Roles.Length)
            throw new SchemaException(ExitCode.DataRefused, "A role of hacker, mentor and admin is missing. Nothing was written.", "schema seed reference");
    }

    /// <summary>Whether keys and indexes come off meanwhile: where the crowd is more than a handful, and not small beside who is there.</summary>
    public async Task<bool> IsWorthAWindow(Crowd crowd, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select greatest(reltuples, 0)::bigint from pg_class where oid = to_regclass('users')", connection, transaction);
        return crowd.Count >= WorthAWindow && crowd.Count >= (long)(await command.ExecuteScalarAsync(cancellationToken))! / 4;
    }

    public async Task<ImportReport> Run(Crowd crowd, bool exclusive, Guid run, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var context = new ImportContext(connection, transaction) { Run = run, Exclusive = exclusive, WithoutReceipts = true, Progress = progress };
        var import = new CrowdImport(crowd, await Tickers(cancellationToken), await NextTicket(exclusive, cancellationToken));

        return await ImportRunner.Run(import, context, cancellationToken);
    }

    static async Task<IReadOnlyList<string>> Tickers(CancellationToken cancellationToken) =>
        [.. (await TickerFile.ReadDelivered(cancellationToken)).Select(row => row.Symbol)];

    /// <summary>Behind every ticket and behind the sequence, which the engine moves on at the end.</summary>
    async Task<int> NextTicket(bool exclusive, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            set local lock_timeout = '5s';
            lock table tickets in {(exclusive ? "access exclusive" : "share row exclusive")} mode;
            set local lock_timeout = 0;
            select greatest((select max(id) + 1 from tickets), last_value + is_called::integer)::integer from tickets_id_seq
            """,
            connection,
            transaction);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    async Task<int> Found(Crowd crowd, CancellationToken cancellationToken)
    {
        var found = 0L;
        foreach (var people in crowd.People.Chunk(Chunk))
            found += await Count("select count(*) from users where id = any ($1)", [.. people.Select(person => person.Id)], cancellationToken);

        return (int)found;
    }

    async Task<long> Count(string sql, Guid[] ids, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = ids });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
