using Microsoft.EntityFrameworkCore.Migrations;

namespace Schema.Migrations;

/// <summary>
/// Integer accounts for people whom the older shape could not hold otherwise. Frozen: released migrations call it.
/// What was given is remembered as <c>qstack.user</c>: who has the account, whether it was made here, and the account's row
/// as Down left it, so that the next Up can tell what the older program changed since.
/// </summary>
static class OldAccounts
{
    /// <summary>Needs a temporary table <c>person_without_account (user_id uuid, role text)</c>, and drops it.</summary>
    public static void GiveAccounts(this MigrationBuilder migration) => migration.Sql($"{Choose}\n\n{Write}\n\n{MoveSequence}");

    // An id that this person had before is given again; a new one lies above every id used, issued or remembered.
    const string Choose = """
        create temporary table given_account as
        select p.user_id, p.role, former.id is null as is_new,
            coalesce(former.id, taken.highest + row_number() over (partition by former.id is null order by p.user_id))::integer as id
        from person_without_account p
        left join (
            select r.value ->> 'user_id' as user_id, min(r.key::integer) as id
            from ledger.remembered r
            where r.subject = 'qstack.user' and not exists (select from users_old o where o.id::text = r.key)
            group by 1
        ) former on former.user_id = p.user_id::text
        cross join (
            select greatest(
                case when s.is_called then s.last_value else s.last_value - 1 end,
                (select coalesce(max(id), 0) from users_old),
                (select coalesce(max(key::integer), 0) from ledger.remembered where subject = 'qstack.user')) as highest
            from users_old_id_seq s
        ) taken;
        """;

    const string Write = """
        insert into users_old (id, name, email, role, location, zoomlink, discord, resolved_tickets, ratings, reviews, ticket_id)
        select g.id, concat_ws(' ', u.first_name, u.middle_name, u.last_name), coalesce(u.email, ''), g.role,
            coalesce(m.location, 'in person'), coalesce(m.zoom_link, ''), coalesce(m.discord, ''),
            coalesce(m.resolved_tickets, 0), coalesce(m.ratings, '{}'), coalesce(m.reviews, '{}'), m.current_ticket_id
        from given_account g
        join users u on u.id = g.user_id
        left join queue_members m on m.user_id = g.user_id;

        insert into ledger.remembered (subject, key, value)
        select 'qstack.user', o.id::text, jsonb_build_object('user_id', g.user_id, 'made', true, 'account', o::text)
        from given_account g
        join users_old o on o.id = g.id
        on conflict (subject, key) do update set value = excluded.value;
        """;

    // Only when ids were given: a database without such people gets its sequence back untouched.
    const string MoveSequence = """
        do $sequence$
        declare
            highest bigint := (select max(id) from given_account where is_new);
        begin
            if highest is not null then
                execute format('alter sequence users_old_id_seq restart with %s', highest + 1);
            end if;
        end $sequence$;

        drop table given_account, person_without_account;
        """;
}
