using Npgsql;

namespace Schema.Import;

/// <summary>What is wrong with a live database though its shape is right: sequences left behind, invalid indexes, constraints never validated.</summary>
public static class Health
{
    const string Indexes = TableQueries.Relation +
        """
        select r.schema, r.relname, x.relname
        from relation r
        join pg_index i on i.indrelid = r.oid and not i.indisvalid
        join pg_class x on x.oid = i.indexrelid and x.relkind = 'i'
        order by 1, 2, 3
        """;

    /// <summary>A constraint that PostgreSQL 18 does not enforce is not validated either, but cannot be: its text says so.</summary>
    const string Constraints = TableQueries.Relation +
        """
        select r.schema, r.relname, c.conname
        from relation r
        join pg_constraint c on c.conrelid = r.oid and not c.convalidated
        where pg_get_constraintdef(c.oid) like '%NOT VALID'
        order by 1, 2, 3
        """;

    public static async Task<IReadOnlyList<Ailment>> Read(NpgsqlConnection connection, CancellationToken cancellation) =>
    [
        .. await SequencePositions.Read(connection, cancellation),
        .. await Find(connection, Indexes, InvalidIndex, cancellation),
        .. await Find(connection, Constraints, Unvalidated, cancellation),
    ];

    static async Task<List<Ailment>> Find(
        NpgsqlConnection connection, string sql, Func<string, string, string, Ailment> tell, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<Ailment>();
        while (await reader.ReadAsync(cancellation))
            found.Add(tell(reader.GetString(0), reader.GetString(1), reader.GetString(2)));

        return found;
    }

    static Ailment InvalidIndex(string schema, string table, string index) => new(
        CatalogueName.Of(schema, table),
        $"index {CatalogueName.Of(schema, index)} on {CatalogueName.Of(schema, table)} is invalid: its concurrent build ended early",
        IsLeftover(index)
            ? $"drop index concurrently {SqlName.Quote(schema, index)};"
            : $"reindex index concurrently {SqlName.Quote(schema, index)};");

    /// <summary>What a REINDEX CONCURRENTLY that ended early leaves beside the index it was to replace.</summary>
    static bool IsLeftover(string index) => index.TrimEnd([.. "0123456789"]) is var name
        && (name.EndsWith("_ccnew", StringComparison.Ordinal) || name.EndsWith("_ccold", StringComparison.Ordinal));

    static Ailment Unvalidated(string schema, string table, string constraint) => new(
        CatalogueName.Of(schema, table),
        $"constraint {CatalogueName.Of(constraint)} on {CatalogueName.Of(schema, table)} is not validated: rows older than it may break it",
        $"alter table {SqlName.Quote(schema, table)} validate constraint {SqlName.Quote(constraint)};");
}
