using Npgsql;

namespace Schema.Import.Transfer;

/// <summary>
/// Indexes, keys and foreign keys that are faster to make once than to keep up row by row: taken off before the load,
/// put back after it exactly as they were. What could not be put back exactly stays on.
/// </summary>
sealed class TransferKeys(NpgsqlConnection target, IReadOnlyList<TransferTable> tables)
{
    /// <summary>A definition tells neither a storage setting of a key nor a tablespace; what others depend on cannot go.</summary>
    const string Indexes =
        """
        select c.oid, format('%I.%I', n.nspname, c.relname), con.conname::text, format('%I.%I', n.nspname, x.relname),
               coalesce(pg_get_constraintdef(con.oid), pg_get_indexdef(x.oid)),
               obj_description(x.oid, 'pg_class'), obj_description(con.oid, 'pg_constraint')
        from pg_index i
        join pg_class x on x.oid = i.indexrelid
        join pg_class c on c.oid = i.indrelid
        join pg_namespace n on n.oid = c.relnamespace
        left join pg_constraint con on con.conindid = x.oid and con.conrelid = c.oid and con.contype in ('p', 'u', 'x')
        where c.oid = any ($1) and c.relkind = 'r' and con.contype is distinct from 'x'
          and i.indisvalid and not i.indisclustered and not i.indisreplident and x.reltablespace = 0
          and (con.oid is null or x.reloptions is null)
          and not exists (select from pg_inherits h where h.inhrelid = x.oid)
          and not exists (select from pg_attribute a where a.attrelid = x.oid and a.attstattarget >= 0)
          and not exists (
              select from pg_depend d
              where d.deptype = 'n' and (d.refclassid, d.refobjid) in (('pg_class'::regclass, x.oid), ('pg_constraint'::regclass, con.oid)))
        order by 2, con.contype = 'p' desc nulls last, 4
        """;

    readonly List<TransferForeignKey> foreignKeys = [];
    readonly List<Index> indexes = [];
    readonly string[] names = [.. tables.Select(table => table.Quoted)];
    string before = "";

    sealed record Index(string Table, string? Constraint, string Name, string Definition, string? Comment, string? ConstraintComment);

    /// <summary>Foreign keys of all tables; indexes of those without a row, where there is nothing to keep up.</summary>
    public async Task TakeOff(IReadOnlyCollection<uint> empty, CancellationToken cancellationToken)
    {
        before = await Shape(cancellationToken);
        foreignKeys.AddRange(await TransferForeignKey.Of(target, [.. tables.Select(table => table.Id)], cancellationToken));
        foreach (var key in foreignKeys)
            await Execute($"alter table {key.Table} drop constraint {SqlName.Quote(key.Name)}", cancellationToken);

        indexes.AddRange(await Find([.. empty], cancellationToken));
        foreach (var index in indexes)
            await Execute(
                index.Constraint is { } constraint ? $"alter table {index.Table} drop constraint {SqlName.Quote(constraint)}" : $"drop index {index.Name}",
                cancellationToken);
    }

    /// <summary>Keys and indexes first, because a foreign key needs the key it points to; all must then be as they were.</summary>
    public async Task PutBack(CancellationToken cancellationToken)
    {
        await Execute("set local maintenance_work_mem = '128MB'", cancellationToken);
        foreach (var index in indexes)
            await PutBack(index, cancellationToken);

        var orphans = new List<string>();
        foreach (var key in foreignKeys)
            orphans.AddRange(await PutBack(key, cancellationToken));

        if (orphans.Count > 0)
            throw new SchemaException(
                ExitCode.DataRefused,
                $"Rows refer to rows that are not there:\n  {string.Join("\n  ", orphans)}",
                "Nothing was changed. Correct the rows in the source.");
        if (await Shape(cancellationToken) != before)
            throw new InvalidOperationException("A constraint or an index came back other than it was.");
    }

    async Task PutBack(Index index, CancellationToken cancellationToken)
    {
        try
        {
            await Execute(
                index.Constraint is { } name ? $"alter table {index.Table} add constraint {SqlName.Quote(name)} {index.Definition}" : index.Definition,
                cancellationToken);
        }
        catch (PostgresException twice) when (twice.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new SchemaException(
                ExitCode.DataRefused,
                $"{index.Table.Replace("\"", "")} would hold one key twice: {twice.Detail?.TrimEnd('.') ?? twice.MessageText}.",
                "Nothing was changed. The source tells the two apart, or never asked; correct one of the rows there.",
                twice);
        }

        if (index.Comment is { } comment)
            await Execute($"comment on index {index.Name} is {SqlName.Literal(comment)}", cancellationToken);
        if (index is { Constraint: { } constraint, ConstraintComment: { } words })
            await Execute($"comment on constraint {SqlName.Quote(constraint)} on {index.Table} is {SqlName.Literal(words)}", cancellationToken);
    }

    async Task<IReadOnlyList<string>> PutBack(TransferForeignKey key, CancellationToken cancellationToken)
    {
        await Execute("savepoint schema_foreign_key", cancellationToken);
        try
        {
            await Execute($"alter table {key.Table} add constraint {SqlName.Quote(key.Name)} {key.Definition}", cancellationToken);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            await Execute("rollback to savepoint schema_foreign_key", cancellationToken);
            return await key.Orphans(target, tables, cancellationToken) is { Count: > 0 } orphans ? orphans : [$"{refused.MessageText} ({refused.Detail?.TrimEnd('.')})"];
        }

        await Execute("release savepoint schema_foreign_key", cancellationToken);
        if (key.Comment is { } comment)
            await Execute($"comment on constraint {SqlName.Quote(key.Name)} on {key.Table} is {SqlName.Literal(comment)}", cancellationToken);

        return key.IsValidated ? [] : await key.Orphans(target, tables, cancellationToken);
    }

    async Task<List<Index>> Find(uint[] empty, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Indexes, target);
        command.Parameters.Add(new() { Value = empty, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Oid });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<Index>();
        while (await reader.ReadAsync(cancellationToken))
            found.Add(new(reader.GetString(1), Text(reader, 2), reader.GetString(3), reader.GetString(4), Text(reader, 5), Text(reader, 6)));

        return found;
    }

    async Task<string> Shape(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(LoadWindowQueries.Shape, target);
        command.Parameters.Add(new() { Value = names });
        return await command.ExecuteScalarAsync(cancellationToken) as string ?? "";
    }

    static string? Text(NpgsqlDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);

    async Task Execute(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, target);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
