namespace Schema.Migrations;

public sealed partial class QueuePeople
{
    const string AccountsOfPeople = """
        insert into queue_account (moment, user_id, id, made, account)
        select 'now', e.user_id, o.id, false, o
        from user_external_ids e
        join users_old o on o.id::text = e.external_id
        where e.system = 'qstack' and e.entity = 'user';
        """;

    // Who left the queue since has no member row; the accounts then keep what they say.
    const string ChangesSinceUp = """
        create temporary table queue_change as
        select f.user_id, accounts.count, accounts.oldest, accounts.newest, difference.changed
        from queue_person f
        join users u on u.id = f.user_id
        join (
            select user_id, count(*) as count, min(id) as oldest, max(id) as newest from queue_account group by user_id
        ) accounts on accounts.user_id = f.user_id
        left join queue_members m on m.user_id = f.user_id
        left join lateral (
            select r.name as role
            from user_roles held join roles r on r.id = held.role_id
            where held.user_id = f.user_id and held.scope_type = 'global'
            order by case r.name when 'admin' then 1 when 'mentor' then 2 when 'hacker' then 3 else 4 end, r.name collate "C"
            limit 1
        ) highest on true
        cross join lateral (
            select jsonb_build_object(
                'name', nullif(concat_ws(' ', u.first_name, u.middle_name, u.last_name), ''),
                'email', u.email,
                'role', highest.role) || coalesce(to_jsonb(m) - 'user_id', '{}') as said
        ) person
        cross join lateral (
            select coalesce(jsonb_object_agg(field.key, field.value), '{}') as changed
            from jsonb_each(person.said) field
            where field.value is distinct from to_jsonb(f) -> field.key
        ) difference;
        """;

    const string RefuseAmbiguousChanges = """
        do $refuse$
        declare
            ambiguous text := (
                select string_agg(
                    format('%s (accounts %s): %s', c.user_id,
                        (select string_agg(a.id::text, ', ' order by a.id) from queue_account a where a.user_id = c.user_id),
                        (select string_agg(key, ', ' order by key collate "C") from jsonb_object_keys(c.changed - 'current_ticket_id') key)),
                    '; ' order by c.user_id)
                from queue_change c
                where c.count > 1 and c.changed - 'current_ticket_id' <> '{}');
        begin
            if ambiguous is not null then
                raise exception 'People made of several old accounts changed since, and nothing says into which account the change belongs: %. '
                    'Nothing was changed. Set these columns back to what the accounts in users_old give, then run Down again.', ambiguous;
            end if;
        end $refuse$;
        """;

    // Several accounts have one current ticket between them: the newest carries it, and none does when the person has none.
    const string WriteBack = """
        update users_old o
        set (name, email, role, location, zoomlink, discord, resolved_tickets, ratings, reviews) = (
            select coalesce(n.name, ''), coalesce(n.email, ''), coalesce(n.role, ''), n.location,
                case when c.changed ? 'zoom_link' then c.changed ->> 'zoom_link' else o.zoomlink end,
                n.discord, n.resolved_tickets, n.ratings, n.reviews
            from jsonb_populate_record(o, c.changed) n)
        from queue_change c
        where c.count = 1 and o.id = c.oldest and c.changed <> '{}';

        update users_old o
        set ticket_id = case when a.id = c.newest then (c.changed ->> 'current_ticket_id')::integer end
        from queue_change c
        join queue_account a on a.user_id = c.user_id
        where o.id = a.id and c.changed ? 'current_ticket_id'
            and (a.id = c.newest or c.changed ->> 'current_ticket_id' is null);

        insert into ledger.remembered (subject, key, value)
        select 'qstack.user', o.id::text, jsonb_build_object('user_id', a.user_id, 'made', false, 'account', o::text)
        from queue_account a
        join users_old o on o.id = a.id
        on conflict (subject, key) do update set value = excluded.value;
        """;

    const string RemovePeople = """
        delete from user_roles t using queue_account a where a.user_id = t.user_id;
        delete from queue_members t using queue_account a where a.user_id = t.user_id;
        delete from user_profiles t using queue_account a where a.user_id = t.user_id;
        delete from user_external_ids t using queue_account a where a.user_id = t.user_id;
        delete from users t using queue_account a where a.user_id = t.id;

        with gone as (
            delete from roles t
            using ledger.remembered made
            where made.subject = 'queue_people.made_role' and made.key = t.id::text
                and not exists (select from user_roles held where held.role_id = t.id)
                and not exists (select from role_permissions granted where granted.role_id = t.id)
            returning t.id, t::text as kept
        )
        insert into ledger.remembered (subject, key, value)
        select 'queue_people.roles', id::text, to_jsonb(kept) from gone
        on conflict (subject, key) do update set value = excluded.value;

        drop view queue_person;
        drop table queue_account, queue_change;
        set constraints all immediate;
        """;
}
