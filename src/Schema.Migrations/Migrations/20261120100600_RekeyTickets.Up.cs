namespace Schema.Migrations;

public sealed partial class RekeyTickets
{
    const string PeopleOfAccounts = """
        create temporary table account_person as
        select o.id, coalesce(e.user_id, (r.value ->> 'user_id')::uuid) as user_id, e.user_id is null as made,
            min(o.id) over (partition by coalesce(e.user_id, (r.value ->> 'user_id')::uuid)) as oldest
        from users_old o
        left join user_external_ids e on e.system = 'qstack' and e.entity = 'user' and e.external_id = o.id::text
        left join ledger.remembered r on r.subject = 'qstack.user' and r.key = o.id::text
        where e.user_id is not null or r.key is not null;
        create unique index on account_person (id);

        do $refuse$
        declare
            strangers text := (
                select string_agg(owner.id::text, ', ' order by owner.id)
                from (
                    select creator_id as id from tickets union select claimant_id from tickets
                    union select creator_id from chatrooms union select claimant_id from chatrooms
                    except select id from account_person
                ) owner);
        begin
            if strangers is not null then
                raise exception 'Tickets or chatrooms belong to accounts that are no person yet: %. Nothing was changed. '
                    'Go back before QueuePeople and up again: it makes people of them.', strangers;
            end if;
        end $refuse$;
        """;

    // A person of several accounts goes back to the oldest one, unless a row remembers another.
    const string RememberWhichAccount = """
        insert into ledger.remembered (subject, key, value)
        select 'rekey_tickets.' || held.name, held.id::text,
            jsonb_strip_nulls(jsonb_build_object('creator_id', held.creator_id, 'claimant_id', held.claimant_id))
        from (
            select 'tickets' as name, id, creator_id, claimant_id from tickets
            union all select 'chatrooms', id, creator_id, claimant_id from chatrooms
        ) held
        where held.creator_id in (select id from account_person where id <> oldest)
            or held.claimant_id in (select id from account_person where id <> oldest)
        on conflict (subject, key) do update set value = excluded.value;
        """;

    // Accounts that Down made for people of today have done their duty; their ids stay remembered.
    const string ToPeople = """
        create function pg_temp.person(account integer) returns uuid language sql stable as
            'select user_id from account_person where id = account';

        alter table tickets
            drop constraint tickets_creator_id_fkey,
            drop constraint tickets_claimant_id_fkey;
        alter table chatrooms
            drop constraint chatrooms_creator_id_fkey,
            drop constraint chatrooms_claimant_id_fkey;

        alter table tickets rename column "createdAt" to created_at;
        alter table tickets rename column "claimedAt" to claimed_at;
        alter table tickets
            alter column creator_id type uuid using pg_temp.person(creator_id),
            alter column claimant_id type uuid using pg_temp.person(claimant_id),
            alter column created_at type timestamptz using created_at at time zone 'UTC',
            alter column created_at set default now(),
            alter column claimed_at type timestamptz using claimed_at at time zone 'UTC',
            alter column active set default true;
        alter table chatrooms
            alter column creator_id type uuid using pg_temp.person(creator_id),
            alter column claimant_id type uuid using pg_temp.person(claimant_id),
            alter column active set default true;

        alter table tickets
            add constraint tickets_creator_id_fkey foreign key (creator_id) references users (id) on delete restrict,
            add constraint tickets_claimant_id_fkey foreign key (claimant_id) references users (id) on delete restrict;
        alter table chatrooms
            add constraint chatrooms_creator_id_fkey foreign key (creator_id) references users (id) on delete restrict,
            add constraint chatrooms_claimant_id_fkey foreign key (claimant_id) references users (id) on delete restrict;

        delete from users_old o using account_person a where a.id = o.id and a.made;

        drop function pg_temp.person(integer);
        drop table account_person;
        set constraints all immediate;
        """;
}
