namespace Schema.Import;

/// <summary>What can be taken off the tables of a load, as pairs of statements; parameters are the tables and whether a window is announced.</summary>
static class LoadWindowQueries
{
    /// <summary>The system columns of a table are written once, when it is made, and never again.</summary>
    const string Loaded =
        """
        with loaded as (
            select c.oid, c.relname, n.nspname,
                   exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum = -1 and a.xmin = pg_current_xact_id()::xid) as is_new
            from unnest($1::text[]) name
            join pg_class c on c.oid = to_regclass(name) and c.relkind = 'r' and not c.relispartition
            join pg_namespace n on n.oid = c.relnamespace
        )
        """;

    public const string AnyIsNew = $"{Loaded} select coalesce(bool_or(is_new), false) from loaded";

    public const string ForeignKeys =
        $"""
        {Loaded}
        select format('alter table %I.%I drop constraint %I', n.nspname, c.relname, f.conname),
               format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, f.conname, pg_get_constraintdef(f.oid))
        from pg_constraint f
        join pg_class c on c.oid = f.conrelid and c.relkind = 'r' and not c.relispartition
        join pg_namespace n on n.oid = c.relnamespace
        where f.contype = 'f' and f.convalidated and f.conparentid = 0
          and obj_description(f.oid, 'pg_constraint') is null
          and (f.conrelid in (select oid from loaded) or f.confrelid in (select oid from loaded))
          and ($2 or ((select is_new from loaded where oid = f.conrelid) and (select is_new from loaded where oid = f.confrelid)))
        order by f.oid desc
        """;

    /// <summary>Asked once the foreign keys are off: an index that one of them still needs stays.</summary>
    public const string Indexes =
        $"""
        {Loaded}
        select case when k.oid is null then format('drop index %I.%I', loaded.nspname, i.relname)
               else format('alter table %I.%I drop constraint %I', loaded.nspname, loaded.relname, k.conname) end,
               pg_get_indexdef(x.indexrelid) || case when k.oid is null then ''
               else format('; alter table %I.%I add constraint %I %s using index %I', loaded.nspname, loaded.relname, k.conname,
                           case k.contype when 'p' then 'primary key' else 'unique' end, i.relname)
                    || case when k.condeferred then ' deferrable initially deferred' when k.condeferrable then ' deferrable' else '' end end
        from loaded
        join pg_index x on x.indrelid = loaded.oid
        join pg_class i on i.oid = x.indexrelid
        left join pg_constraint k on k.conindid = x.indexrelid and k.contype in ('p', 'u')
        where ($2 or loaded.is_new) and not x.indisexclusion and x.indisvalid and not x.indisclustered and not x.indisreplident and i.reltablespace = 0
          and obj_description(i.oid, 'pg_class') is null and (k.oid is null or obj_description(k.oid, 'pg_constraint') is null)
          and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = x.indexrelid)
          and not exists (select from pg_depend d where d.refclassid = 'pg_constraint'::regclass and d.refobjid = k.oid and d.deptype = 'n')
          and not exists (select from pg_attribute a where a.attrelid = i.oid and a.attstattarget > 0)
        order by x.indexrelid desc
        """;

    public const string Shape =
        $"""
        {Loaded}
        select string_agg(line, E'\n' order by line collate "C")
        from (select format('%s %s %s', f.conrelid::regclass, f.conname, pg_get_constraintdef(f.oid)) as line
              from pg_constraint f where f.conrelid in (select oid from loaded) or f.confrelid in (select oid from loaded)
              union all
              select pg_get_indexdef(x.indexrelid) from pg_index x where x.indrelid in (select oid from loaded)) lines
        """;
}
