using Npgsql;

namespace Schema.Import;

sealed record SchemaPrivileges(string Name, bool Exists, bool MayUse, bool MayCreate);

sealed record RelationPrivileges(
    string Schema, string Name, string Kind, string Owner, bool OwnerIsSuperuser, bool IsMember, bool ActsAsOwner, bool MayRead, bool FollowsTable)
{
    internal string Quoted => SqlName.Quote(Schema, Name);
}

/// <summary>What the connected role may do with the database, our schemas and the relations in them.</summary>
sealed record Privileges(
    string Role, string Database, int ServerVersion, bool MayCreateSchemas, IReadOnlyList<SchemaPrivileges> Schemas, IReadOnlyList<RelationPrivileges> Relations)
{
    const string Session =
        """
        select current_user, current_database(), current_setting('server_version_num')::int,
            has_database_privilege(current_database(), 'create')
        """;

    const string OfSchemas =
        """
        select wanted.name, n.oid is not null,
            coalesce(has_schema_privilege(n.oid, 'usage'), false), coalesce(has_schema_privilege(n.oid, 'create'), false)
        from unnest($1) with ordinality as wanted (name, position)
        left join pg_namespace n on n.nspname = wanted.name
        order by wanted.position
        """;

    /// <summary>A sequence that belongs to a column always has the owner of its table.</summary>
    const string OfRelations =
        """
        select n.nspname, c.relname,
            case c.relkind when 'S' then 'sequence' when 'v' then 'view' when 'm' then 'materialized view' when 'f' then 'foreign table' else 'table' end,
            o.rolname, o.rolsuper, pg_has_role(o.oid, 'member'), pg_has_role(o.oid, 'usage'), has_table_privilege(c.oid, 'select'),
            exists (select from pg_depend d
                where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i') and d.refobjsubid > 0)
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_roles o on o.oid = c.relowner
        where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S')
          and ((n.nspname, c.relname) in (select * from unnest($1, $2))
            or n.nspname = 'ledger'
            or c.relname = '__EFMigrationsHistory' and n.nspname !~ '^pg_')
        order by n.nspname collate "C", c.relname collate "C"
        """;

    internal static async Task<Privileges> Read(NpgsqlConnection connection, Catalogue expected, CancellationToken cancellation)
    {
        var names = expected.Lines.Where(line => line.Home == line.Name || line.Kind == CatalogueKind.Sequence)
            .Select(line => CatalogueName.Parts(line.Name)).ToArray();
        string[] schemas = ["public", "ledger", .. expected.Lines.Where(line => line.Kind == CatalogueKind.Schema).Select(line => CatalogueName.Parts(line.Name)[0])];

        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(Session),
                new(OfSchemas) { Parameters = { new() { Value = schemas } } },
                new(OfRelations)
                {
                    Parameters = { new() { Value = names.Select(parts => parts[0]).ToArray() }, new() { Value = names.Select(parts => parts[1]).ToArray() } },
                },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);

        return new Privileges(
            reader.GetString(0), reader.GetString(1), reader.GetInt32(2), reader.GetBoolean(3),
            await Rows(reader, OfSchema, cancellation),
            await Rows(reader, OfRelation, cancellation));
    }

    static async Task<List<T>> Rows<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await reader.NextResultAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(read(reader));

        return rows;
    }

    static SchemaPrivileges OfSchema(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetBoolean(1), row.GetBoolean(2), row.GetBoolean(3));

    static RelationPrivileges OfRelation(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3),
        row.GetBoolean(4), row.GetBoolean(5), row.GetBoolean(6), row.GetBoolean(7), row.GetBoolean(8));
}
