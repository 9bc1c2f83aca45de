using Npgsql;

namespace Schema.Cli;

/// <summary>The ledger's hashes, computed anew: how many lines, the head, and the first line that does not fit.</summary>
sealed record LedgerChain(long Lines, string Head, long? FirstBroken)
{
    /// <summary>The digest stands here once more: the one in the database could have been replaced together with the lines.</summary>
    const string Sql = """
        with chained as (
            select l.id, l.hash, l.previous_hash,
                   row_number() over (order by l.id) as expected_id,
                   lag(l.hash) over (order by l.id) as hash_before,
                   sha256(coalesce(l.previous_hash, '') || convert_to(jsonb_build_array(
                       l.id, l.run, (extract(epoch from l.at) * 1000000)::bigint, l.event, l.subject,
                       l.person, l.host, l.database_user, l.tool, l.detail)::text, 'UTF8')) as expected_hash
              from ledger.line l
        )
        select count(*),
               coalesce((select encode(hash, 'hex') from chained order by id desc limit 1), ''),
               min(id) filter (where id <> expected_id
                                  or hash <> expected_hash
                                  or previous_hash is distinct from hash_before),
               coalesce(bool_or(encode(hash, 'hex') = $1), false)
          from chained
        """;

    /// <summary>Whether a head that was kept elsewhere is still in the chain.</summary>
    public bool HasKept { get; private init; }

    public static async Task<LedgerChain> Read(NpgsqlConnection connection, string? kept, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = kept?.ToLowerInvariant() ?? "" });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);

        return new(reader.GetInt64(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetInt64(2)) { HasKept = reader.GetBoolean(3) };
    }
}
