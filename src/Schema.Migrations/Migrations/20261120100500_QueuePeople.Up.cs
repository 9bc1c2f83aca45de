namespace Schema.Migrations;

public sealed partial class QueuePeople
{
    const string KnownAccounts = """
        insert into queue_account (moment, user_id, id, made, account)
        select m.moment, (r.value ->> 'user_id')::uuid, o.id, (r.value ->> 'made')::boolean,
            case m.moment when 'then' then (r.value ->> 'account')::users_old else o end
        from ledger.remembered r
        join users_old o on o.id::text = r.key
        cross join (values ('then'), ('now')) m (moment)
        where r.subject = 'qstack.user';
        """;

    // An account that came since joins the person of its address; every other address is one person, named by its lowest
    // account; what is no address joins nobody. Accounts that Down made and nobody touched are no source of anything.
    const string NewAccounts = """
        do $refuse$
        declare
            found text := (
                select string_agg(format('account %s (%s) and user %s', o.id, btrim(o.email), u.id), ', ' order by o.id)
                from users_old o
                join users u on lower(btrim(u.email) collate "C") = lower(btrim(o.email) collate "C") and not u.is_deleted
                where not exists (select from queue_account a where a.id = o.id)
                    and not exists (select from queue_account a where a.user_id = u.id));
        begin
            if found is not null then
                raise exception 'Old accounts have the address of a person who was in users before them: %. Nothing was changed. '
                    'Give one of the two another address, or delete the row in users if nothing needs it.', found;
            end if;
        end $refuse$;

        insert into queue_account (moment, user_id, id, made, account)
        select 'now', u.id, o.id, false, o
        from users_old o
        join users u on lower(btrim(u.email) collate "C") = lower(btrim(o.email) collate "C") and not u.is_deleted
        where strpos(btrim(o.email), '@') > 1 and not exists (select from queue_account a where a.id = o.id);

        insert into queue_account (moment, user_id, id, made, account)
        select 'now',
            encode(
                set_byte(set_byte(bytes, 6, get_byte(bytes, 6) & 15 | 128), 8, get_byte(bytes, 8) & 63 | 128), 'hex')::uuid,
            n.id, false, n.account
        from (
            select o as account, o.id, first_value(o.id) over (
                partition by case when strpos(btrim(o.email), '@') > 1 then lower(btrim(o.email) collate "C") else o.id::text end
                order by o.id)::text as oldest
            from users_old o
            where not exists (select from queue_account a where a.id = o.id)
        ) n
        cross join lateral (
            select substring(
                sha256(convert_to('schema:v16:qstack4:user' || octet_length(n.oldest) || ':' || n.oldest, 'UTF8')) from 1 for 16) as bytes
        ) named;

        delete from queue_account a
        where not exists (
            select from queue_account n
            left join queue_account t on t.moment = 'then' and t.id = n.id
            where n.user_id = a.user_id and n.moment = 'now' and (not n.made or n.account is distinct from t.account));
        """;

    const string People = """
        analyze queue_account;

        insert into users (id)
        select distinct user_id from queue_account where moment = 'now'
        on conflict (id) do nothing;
        """;

    // What an account says now against what it said when Down left it: only a difference overrules the person.
    const string Changes = """
        insert into user_external_ids (system, entity, external_id, user_id)
        select 'qstack', 'user', id::text, user_id from queue_account where moment = 'now'
        on conflict (system, entity, external_id) do nothing;

        create temporary table queue_change as
        select n.user_id, n.roles, coalesce(t.roles, '{}') as former_roles, difference.changed
        from queue_person n
        left join queue_person t on t.moment = 'then' and t.user_id = n.user_id
        cross join lateral (
            select coalesce(jsonb_object_agg(field.key, field.value), '{}') as changed
            from jsonb_each(to_jsonb(n) - 'moment' - 'user_id') field
            where field.value is distinct from to_jsonb(t) -> field.key
        ) difference
        where n.moment = 'now';
        """;

    const string RefuseSharedAddresses = """
        do $refuse$
        declare
            shared text := (
                select string_agg(format('%s of %s and %s', c.changed ->> 'email', c.user_id, u.id), ', ' order by c.user_id)
                from queue_change c
                join users u on lower(btrim(u.email) collate "C") = lower(btrim(c.changed ->> 'email') collate "C")
                    and u.id <> c.user_id and not u.is_deleted);
        begin
            if shared is not null then
                raise exception 'Old accounts of different people have one address now: %. Nothing was changed. '
                    'Give one of the accounts another address, then run Up again.', shared;
            end if;
        end $refuse$;
        """;

    const string ApplyChanges = """
        update users u set email = c.changed ->> 'email'
        from queue_change c
        where c.user_id = u.id and c.changed ? 'email';

        update users u set
            first_name = split_part(c.changed ->> 'name', ' ', 1),
            middle_name = null,
            last_name = nullif(substr(c.changed ->> 'name', length(split_part(c.changed ->> 'name', ' ', 1)) + 2), '')
        from queue_change c
        where c.user_id = u.id and c.changed ? 'name';

        insert into queue_members (user_id)
        select user_id from queue_change where changed <> '{}'
        on conflict (user_id) do nothing;

        update queue_members m
        set (location, zoom_link, discord, resolved_tickets, ratings, reviews, current_ticket_id) = (
            select n.location, n.zoom_link, n.discord, n.resolved_tickets, n.ratings, n.reviews, n.current_ticket_id
            from jsonb_populate_record(m, c.changed) n)
        from queue_change c
        where c.user_id = m.user_id and c.changed <> '{}';
        """;

    // A role that only the old queue knew is a role here too, and what this made Down takes away again.
    const string ApplyRoles = """
        with made as (
            insert into roles (id, name)
            select encode(
                set_byte(set_byte(bytes, 6, get_byte(bytes, 6) & 15 | 128), 8, get_byte(bytes, 8) & 63 | 128), 'hex')::uuid, name
            from (select distinct unnest(roles) as name from queue_change) known
            cross join lateral (
                select substring(sha256(
                    convert_to('schema:v16:schema4:role' || octet_length(convert_to(name, 'UTF8')) || ':' || name, 'UTF8')) from 1 for 16) as bytes
            ) named
            on conflict (name) do nothing
            returning id
        )
        insert into ledger.remembered (subject, key, value)
        select 'queue_people.made_role', id::text, 'true' from made
        on conflict (subject, key) do nothing;

        delete from user_roles held
        using queue_change c, roles r
        where held.user_id = c.user_id and held.scope_type = 'global' and r.id = held.role_id
            and r.name = any (c.former_roles) and not r.name = any (c.roles);

        insert into user_roles (user_id, role_id)
        select c.user_id, r.id
        from queue_change c
        join roles r on r.name = any (c.roles) and not r.name = any (c.former_roles)
        on conflict (user_id, role_id, scope_type, scope_key) do nothing;
        """;

    const string ForgetKnownAccounts = """
        delete from ledger.remembered r
        using queue_account a
        where r.subject = 'qstack.user' and r.key = a.id::text and a.moment = 'now';

        drop view queue_person;
        drop table queue_account, queue_change;
        set constraints all immediate;
        """;
}
