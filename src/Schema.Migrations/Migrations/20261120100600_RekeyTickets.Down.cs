namespace Schema.Migrations;

public sealed partial class RekeyTickets
{
    const string PeopleWithoutAccount = """
        create temporary table person_without_account as
        select owner.id as user_id, coalesce(highest.role, 'hacker') as role
        from (
            select creator_id as id from tickets union select claimant_id from tickets
            union select creator_id from chatrooms union select claimant_id from chatrooms
        ) owner
        left join lateral (
            select r.name as role
            from user_roles held join roles r on r.id = held.role_id
            where held.user_id = owner.id and held.scope_type = 'global'
            order by case r.name when 'admin' then 1 when 'mentor' then 2 when 'hacker' then 3 else 4 end, r.name collate "C"
            limit 1
        ) highest on true
        where owner.id is not null and not exists (
            select from user_external_ids e join users_old o on o.id::text = e.external_id
            where e.system = 'qstack' and e.entity = 'user' and e.user_id = owner.id);
        """;

    const string ToAccounts = """
        create temporary table person_account as
        select e.user_id, o.id
        from user_external_ids e join users_old o on o.id::text = e.external_id
        where e.system = 'qstack' and e.entity = 'user'
        union
        select (r.value ->> 'user_id')::uuid, o.id
        from ledger.remembered r join users_old o on o.id::text = r.key
        where r.subject = 'qstack.user';
        create unique index on person_account (user_id, id);

        create function pg_temp.account(person uuid, held text, row_id integer, owner text) returns integer language sql stable as $account$
            select coalesce(
                (select a.id
                    from ledger.remembered r
                    join person_account a on a.user_id = person and a.id = (r.value ->> owner)::integer
                    where r.subject = 'rekey_tickets.' || held and r.key = row_id::text),
                (select min(a.id) from person_account a where a.user_id = person))
        $account$;

        set constraints all immediate;
        alter table tickets
            drop constraint tickets_creator_id_fkey,
            drop constraint tickets_claimant_id_fkey;
        alter table chatrooms
            drop constraint chatrooms_creator_id_fkey,
            drop constraint chatrooms_claimant_id_fkey;

        alter table tickets
            alter column creator_id type integer using pg_temp.account(creator_id, 'tickets', id, 'creator_id'),
            alter column claimant_id type integer using pg_temp.account(claimant_id, 'tickets', id, 'claimant_id'),
            alter column created_at drop default,
            alter column created_at type timestamp without time zone using created_at at time zone 'UTC',
            alter column claimed_at type timestamp without time zone using claimed_at at time zone 'UTC',
            alter column active drop default;
        alter table tickets rename column created_at to "createdAt";
        alter table tickets rename column claimed_at to "claimedAt";
        alter table chatrooms
            alter column creator_id type integer using pg_temp.account(creator_id, 'chatrooms', id, 'creator_id'),
            alter column claimant_id type integer using pg_temp.account(claimant_id, 'chatrooms', id, 'claimant_id'),
            alter column active drop default;

        alter table tickets
            add constraint tickets_creator_id_fkey foreign key (creator_id) references users_old (id),
            add constraint tickets_claimant_id_fkey foreign key (claimant_id) references users_old (id);
        alter table chatrooms
            add constraint chatrooms_creator_id_fkey foreign key (creator_id) references users_old (id),
            add constraint chatrooms_claimant_id_fkey foreign key (claimant_id) references users_old (id);

        delete from ledger.remembered where subject in ('rekey_tickets.tickets', 'rekey_tickets.chatrooms');

        drop function pg_temp.account(uuid, text, integer, text);
        drop table person_account;
        """;
}
