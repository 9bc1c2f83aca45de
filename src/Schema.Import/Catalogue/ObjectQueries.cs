namespace Schema.Import;

/// <summary>What stands beside tables; every query gives schema, table, name, definition.</summary>
static class ObjectQueries
{
    internal const string Schemas =
        """
        select n.nspname, null, n.nspname, ''
        from pg_namespace n
        where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'ledger', 'public')
          and not exists (
              select from pg_depend d
              where d.classid = 'pg_namespace'::regclass and d.objid = n.oid and d.deptype = 'e')
        """;

    const string Type =
        """
        with kind as (
            select n.nspname as schema, t.*
            from pg_type t
            join pg_namespace n on n.oid = t.typnamespace
            where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'ledger')
              and not exists (
                  select from pg_depend d
                  where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e'))

        """;

    internal const string Enums = Type +
        """
        select t.schema, null, t.typname,
            coalesce((select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid), '')
        from kind t
        where t.typtype = 'e'
        """;

    internal const string Domains = Type +
        """
        select t.schema, null, t.typname, concat_ws(' ',
            format_type(t.typbasetype, t.typtypmod),
            case when t.typcollation <> b.typcollation then 'collate ' || t.typcollation::regcollation end,
            case when t.typnotnull then 'not null' else 'null' end,
            'default ' || pg_get_expr(t.typdefaultbin, 0),
            (select string_agg(format('constraint %I %s', c.conname, pg_get_constraintdef(c.oid)), ' ' order by c.conname collate "C")
             from pg_constraint c where c.contypid = t.oid and c.contype = 'c'))
        from kind t
        join pg_type b on b.oid = t.typbasetype
        where t.typtype = 'd'
        """;

    /// <summary>A body is told by a digest, so that a difference can be read; PostgreSQL 13 does not say IN before a procedure's arguments.</summary>
    internal const string Functions =
        """
        select n.nspname, null, p.proname || '(' || oidvectortypes(p.proargtypes) || ')', concat_ws(' ',
            case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' when 'w' then 'window' end,
            '(' || regexp_replace(pg_get_function_arguments(p.oid), '(^|, )IN ', '\1', 'g') || ')',
            case when p.prokind <> 'p' then 'returns ' || pg_get_function_result(p.oid) end,
            'language ' || l.lanname,
            case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
            case when p.proisstrict then 'strict' end,
            case when p.prosecdef then 'security definer' end,
            'set ' || array_to_string(p.proconfig, ', '),
            'body ' || left(encode(sha256(convert_to(case
                when p.prokind = 'a' then (select format('%s %s', a.aggtransfn, a.aggfinalfn) from pg_aggregate a where a.aggfnoid = p.oid)
                when p.prosrc = '' then pg_get_functiondef(p.oid)
                else p.prosrc
            end, 'UTF8')), 'hex'), 16))
        from pg_proc p
        join pg_namespace n on n.oid = p.pronamespace
        join pg_language l on l.oid = p.prolang
        where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'ledger')
          and not exists (
              select from pg_depend d
              where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
        """;

    internal const string Sequences = TableQueries.Relation +
        """
        select r.schema, t.relname, r.relname,
            format('%s start %s increment %s minimum %s maximum %s cache %s', format_type(s.seqtypid, null),
                s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache)
            || case when s.seqcycle then ' cycle' else '' end
            || coalesce(case d.deptype when 'i' then ' identity of ' else ' owned by ' end || quote_ident(a.attname), '')
        from relation r
        join pg_sequence s on s.seqrelid = r.oid
        left join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = r.oid
            and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0 and d.deptype in ('a', 'i')
        left join pg_class t on t.oid = d.refobjid
        left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
        """;

    internal const string Views = TableQueries.Relation +
        """
        select r.schema, null, r.relname,
            case when r.relkind = 'm' then 'materialized ' else '' end
            || coalesce('with (' || array_to_string(r.reloptions, ', ') || ') ', '')
            || pg_get_viewdef(r.oid)
        from relation r
        where r.relkind in ('v', 'm')
        """;
}
