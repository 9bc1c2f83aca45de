namespace Schema.Migrations;

public sealed partial class SchoolImport
{
    const string UnknownDecisions = """
        select 'decision', d.decision_key, 'on line ' || d.line || ' is about no conflict, or about one that is another now'
        from school_decision d
        where not exists (select from school_conflict c where (c.decision_key, c.entity, c.field) = (d.decision_key, d.entity, d.field))
        order by d.line
        """;

    const string ImpossibleDecisions = """
        with recursive chain as (
            select id, target, 1 as depth from school_settlement where decision = 'merge'
            union all
            select c.id, s.target, c.depth + 1 from chain c join school_settlement s on s.id = c.target and s.decision = 'merge' where c.depth < 50
        )
        select 'decision', s.decision_key, 'on line ' || s.line || ' ' || wrong.reason
        from school_settlement s
        left join lateral (
            select coalesce(
                (
                    select c.entity || ' ' || c.legacy_id || ' has in V1' from school_claim c
                    where s.becomes is not null and c.field = s.field and c.folded = s.becomes_folded
                    order by c.kept_in collate "C", c.place limit 1
                ),
                (
                    select 'a school here has: ' || t.name from schools t
                    where s.becomes_folded = case s.field when 'code' then t.code else lower(btrim(t.email) collate "C") end
                        and not t.is_deleted and t.id <> s.id
                ),
                (
                    select 'line ' || min(o.line) || ' names too' from school_settlement o
                    where o.field = s.field and o.becomes_folded = s.becomes_folded and o.id <> s.id having count(*) > 0
                )) as by
        ) taken on true
        cross join lateral (
            select case
                when s.known_as is not null then null
                when s.decision = 'merge' and s.target is null then 'names a target that is nobody'
                when s.decision = 'merge' and s.target = s.id then 'merges somebody with himself'
                when s.decision = 'merge' and exists (select from chain c where c.id = s.id and c.target = s.id) then 'merges people in a circle'
                when s.decision = 'merge' and exists (
                    select from school_settlement o where o.id = s.id and o.decision = 'merge' and o.target is distinct from s.target)
                    then 'merges somebody with another than another line does'
                when s.decision = 'merge' and (
                    exists (select from school_person o where o.id = s.target and o.is_deleted)
                    or exists (select from users u where u.id = s.target and u.is_deleted))
                    then 'merges somebody with a person who is deleted'
                when s.decision = 'keep' and exists (select from school_settlement o where o.id = s.id and o.decision = 'merge')
                    then 'lets somebody keep something whom another line merges'
                when s.decision = 'keep' and s.held_by is not null then 'gives away what somebody here has already; take the import back first'
                when s.decision = 'keep' and exists (
                    select from school_settlement o
                    where (o.kept_in, o.field, o.folded) = (s.kept_in, s.field, s.folded) and o.decision = 'keep' and o.id <> s.id)
                    then 'lets a second ' || case s.kept_in when 'users' then 'person' else 'school' end || ' keep the same'
                when taken.by is not null then 'names the target ''' || s.becomes || ''', which ' || taken.by
            end as reason
        ) wrong
        where s.is_decided and wrong.reason is not null
        order by s.line
        """;

    // Round by round, those who are still without an address propose the next; the first proposer takes what nobody holds.
    const string Suffix = """
        create temporary table school_taken on commit drop as
        select lower(btrim(email) collate "C") as folded, null::uuid as id from users where not is_deleted and email is not null
        union
        select folded collate "C", null from school_claim where kept_in = 'users' and field = 'email';

        create unique index on school_taken (folded);
        analyze school_taken;

        create temporary table school_suffix on commit drop as
        select c.id, c.place, c.rank, c.school_created_at, c.legacy_id,
            regexp_replace(c.value, '@[^@]*$', '') as name, substring(c.value from '@[^@]*$') as domain,
            case c.entity when 'school_admin' then 'admin' when 'recess_user' then 'recess' else c.entity end as word,
            c.number, null::text as email, false as is_settled
        from school_claim c
        left join school_settlement s on s.id = c.id and s.field = 'email'
        left join school_keeper k on k.kept_in = 'users' and k.field = 'email' and k.folded = c.folded
        where c.kept_in = 'users' and c.field = 'email' and c.known_as is null and (s.decision = 'suffix' or (s.id is null and k.id is not null and c.origin = 0))
            and not exists (select from school_settlement o where o.id = c.id and o.decision = 'merge');

        create unique index on school_suffix (id);
        analyze school_suffix;

        do $rounds$
        begin
            while exists (select from school_suffix where not is_settled) loop
                update school_suffix set email = name || '+' || word || number || domain where not is_settled;

                insert into school_taken (folded, id)
                select distinct on (lower(btrim(email) collate "C")) lower(btrim(email) collate "C"), id
                from school_suffix where not is_settled
                order by lower(btrim(email) collate "C"), place, rank, school_created_at nulls last, legacy_id collate "C"
                on conflict do nothing;

                update school_suffix s set is_settled = true
                where not is_settled and exists (select from school_taken t where t.id = s.id);

                update school_suffix set number = number + 1 where not is_settled;
            end loop;
        end $rounds$;
        """;

    const string Decide = """
        create temporary table school_merge on commit drop as
        with recursive chain as (
            select id, target, 1 as depth from school_settlement where decision = 'merge' and known_as is null
            union all
            select c.id, s.target, c.depth + 1
            from chain c join school_settlement s on s.id = c.target and s.decision = 'merge' and s.known_as is null
            where c.depth < 50
        )
        select distinct on (c.id) c.id, coalesce(p.known_as, c.target) as user_id
        from chain c left join school_person p on p.id = c.target
        order by c.id, c.depth desc;

        create temporary table school_decision_made on commit drop as
        select p.*, coalesce(p.known_as, m.user_id, p.id) as user_id, m.id is not null as is_merged,
            case
                when p.is_deleted or p.address is null then p.email
                when x.id is not null then x.email
                when e.decision = 'keep' or (e.id is null and mine.id is null) then p.email
            end as email_now,
            case when p.is_deleted or p.phone is null or f.decision = 'keep' or (f.id is null and own.id is null) then p.phone end as phone_now
        from school_person p
        left join school_merge m on m.id = p.id
        left join school_suffix x on x.id = p.id
        left join school_settlement e on e.id = p.id and e.field = 'email'
        left join school_settlement f on f.id = p.id and f.field = 'phone'
        left join school_keeper mine on mine.kept_in = 'users' and mine.field = 'email' and mine.folded = p.address and mine.id <> p.id
        left join school_keeper own on own.kept_in = 'users' and own.field = 'phone' and own.folded = p.phone and own.id <> p.id;

        create unique index on school_decision_made (id);
        analyze school_decision_made;
        """;

    // Whom others join keeps what he has; what he never had he gets of the first of them who has it.
    const string Complete = """
        create temporary table school_joined on commit drop as
        select *, row_number() over (partition by user_id order by rank, school_created_at nulls last, legacy_id collate "C") as place
        from school_decision_made where is_merged and known_as is null;

        update school_decision_made p
        set email_now = j.email_now, email = j.email, email_typed = j.email_typed, origin = j.origin
        from (select distinct on (user_id) * from school_joined where origin < 2 and email_now = email order by user_id, place) j
        where p.id = j.user_id and p.known_as is null and not p.is_deleted and p.origin > 1;

        update school_decision_made p
        set phone_now = j.phone_now
        from (select distinct on (user_id) * from school_joined where phone_now is not null order by user_id, place) j
        where p.id = j.user_id and p.known_as is null and not p.is_deleted and p.phone_typed is null;

        update school_decision_made p
        set password_hash = j.password_hash, password_algorithm = j.password_algorithm, must_change = j.must_change
        from (select distinct on (user_id) * from school_joined where password_hash is not null order by user_id, place) j
        where p.id = j.user_id and p.known_as is null and not p.is_deleted and p.password_hash is null;
        """;
}
