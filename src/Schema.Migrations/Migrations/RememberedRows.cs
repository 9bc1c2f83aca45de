using Microsoft.EntityFrameworkCore.Migrations;

namespace Schema.Migrations;

/// <summary>
/// Rows that an older shape has no table for wait in <c>ledger.remembered</c> until the next Up.
/// Frozen: released migrations call it with the names that the tables had at their moment.
/// </summary>
static class RememberedRows
{
    // A row's text form, not to_jsonb: it keeps apart SQL NULL and the JSON value null, and an array's lower bound.
    const string ExactText = "set local datestyle = 'ISO, YMD'; set local extra_float_digits = 1;";

    /// <param name="migration">The builder that Down was given.</param>
    /// <param name="moment">Who remembers; the same word takes the rows back.</param>
    /// <param name="table">The table; a row of it is <c>t</c> in the two fragments that follow.</param>
    /// <param name="key">An expression that tells its rows apart.</param>
    /// <param name="filter">Which rows.</param>
    public static void Remember(this MigrationBuilder migration, string moment, string table, string key, string filter = "true") =>
        migration.Sql($"""
            {ExactText}
            insert into ledger.remembered (subject, key, value)
            select '{moment}.{table}', {key}, to_jsonb(t::text) from {table} t where {filter}
            on conflict (subject, key) do update set value = excluded.value;
            """);

    /// <param name="migration">The builder that Up was given.</param>
    /// <param name="moment">Who remembered.</param>
    /// <param name="table">The table, empty or without these rows.</param>
    /// <param name="filter">Which rows, each called <c>t</c>, have a place again; the others stay remembered.</param>
    public static void Restore(this MigrationBuilder migration, string moment, string table, string filter = "true") =>
        migration.Sql($$"""
            {{ExactText}}
            with taken as (
                delete from ledger.remembered r
                using (
                    select subject, key, (value #>> '{}')::{{table}} as kept
                    from ledger.remembered where subject = '{{moment}}.{{table}}' offset 0
                ) k
                cross join lateral (select (k.kept).*) t
                where r.subject = k.subject and r.key = k.key and {{filter}}
                returning t.*
            )
            insert into {{table}} select * from taken;
            """);
}
