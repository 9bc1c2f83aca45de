namespace Schema.Import;

/// <summary>The engine's own tables: what ran, who ran it, and what a later run must remember.</summary>
public static class LedgerSchema
{
    public const int Version = 1;

    /// <summary>
    /// Safe to run any number of times and by several starters at once. The lines chain themselves in a trigger, so that
    /// a migration's history row and its line can come from the program, from <c>dotnet ef</c> or from a plain SQL script.
    /// </summary>
    public const string Sql = $"""
        do $ledger$
        begin
            if to_regclass('ledger.about') is not null then
                return;
            end if;
            perform pg_advisory_xact_lock({LockKey});
            if to_regclass('ledger.about') is not null then
                return;
            end if;

            create schema ledger;

            create table ledger.about (
                key text constraint about_pkey primary key,
                value text not null
            );
            insert into ledger.about values ('version', '1');

            create table ledger.line (
                id bigint constraint line_pkey primary key,
                run uuid not null default coalesce(nullif(current_setting('schema.run', true), '')::uuid, gen_random_uuid()),
                at timestamptz not null default clock_timestamp(),
                event text not null,
                subject text not null,
                person text not null default coalesce(nullif(current_setting('schema.person', true), ''), session_user),
                host text not null default coalesce(nullif(current_setting('schema.host', true), ''), host(inet_client_addr()), 'local'),
                database_user text not null default session_user,
                tool text not null default coalesce(nullif(current_setting('schema.tool', true), ''), 'sql script'),
                detail jsonb not null default '{"{}"}',
                previous_hash bytea,
                hash bytea not null,
                constraint line_event_check check (event in (
                    'started', 'applied', 'reverted', 'failed', 'cancelled', 'dry run', 'stamped', 'imported', 'undone', 'skipped',
                    'seeded', 'copied', 'archived', 'in_progress', 'completed', 'rolled_back', 'note'))
            );
            create index line_run_idx on ledger.line (run);

            create table ledger.remembered (
                subject text not null,
                key text not null,
                value jsonb not null,
                constraint remembered_pkey primary key (subject, key)
            );

            {ReceiptTable.Sql}

            create function ledger.chain() returns trigger language plpgsql as $chain$
            begin
                if current_setting('schema.dry_run', true) = 'on' then
                    return null;
                end if;
                perform pg_advisory_xact_lock({LockKey});
                select coalesce(max(l.id), 0) + 1 into new.id from ledger.line l;
                new.previous_hash := (select l.hash from ledger.line l where l.id = new.id - 1);
                new.hash := ledger.digest(new);
                return new;
            end $chain$;

            create function ledger.digest(line ledger.line) returns bytea language sql stable as $digest$
                select sha256(coalesce(line.previous_hash, '') || convert_to(jsonb_build_array(
                    line.id, line.run, (extract(epoch from line.at) * 1000000)::bigint, line.event, line.subject,
                    line.person, line.host, line.database_user, line.tool, line.detail)::text, 'UTF8'))
            $digest$;

            create function ledger.append_only() returns trigger language plpgsql as $append$
            begin
                raise exception 'The ledger is append-only: its lines are neither changed nor deleted.';
            end $append$;

            create trigger line_chain before insert on ledger.line for each row execute function ledger.chain();
            create trigger line_append_only before update or delete on ledger.line for each row execute function ledger.append_only();
        end $ledger$;
        """;

    /// <summary>The advisory lock under which lines are chained: "schema" and "line" in ASCII.</summary>
    const string LockKey = "x'736c6564'::int, x'6c696e65'::int";
}
