namespace Schema.Migrations;

public sealed partial class SchoolImport
{
    // Everybody of V1, whether this run brings him or not: what he holds counts.
    const string Gather = """
        create temporary table school_person on commit drop as
        select p.*, s.created_at as school_created_at, e.user_id as known_as
        from (
            select * from school_v1_teacher
            union all select * from school_v1_parent
            union all select * from school_v1_student
            union all select * from school_v1_staff
            union all select * from school_v1_recess
            union all
            select a.admin_id, 'school_admin', a.legacy_id, 1::smallint, 'school_admin', a.legacy_id, a.id, a.admin_first_name, null, 'Admin',
                a.email, a.email, a.address, a.origin, null, null, null, a.password_hash, a.password_algorithm, false, null, a.is_active, a.is_deleted,
                a.deleted_at, a.created_at, a.updated_at, a.is_admin_chosen, a.is_left_out,
                null, null, null, null, null, null, null, null, null, null, null
            from school_v1_school a where a.admin_id is not null
        ) p
        left join school_v1_school s on s.id = p.school_id
        left join user_external_ids e on e.system = 'school_v1' and e.entity = p.entity and e.external_id = p.legacy_id;

        create unique index on school_person (id);
        analyze school_person;
        """;

    // What the living hold, people among themselves and schools among themselves. An address goes to who typed it before who had it
    // repaired or made up, a code to whom it was given before one made of the name; then by rank, school and id, in byte order, so
    // that no machine decides otherwise. Who holds it here already keeps it. The numbers of those who lose count everybody, so that
    // a run of a part numbers them like a run of all.
    const string Claim = """
        create temporary table school_claim on commit drop as
        with claim as (
            select 'users' as kept_in, id, entity, legacy_id, 'email' as field, email as value, address as folded, origin, known_as, rank,
                school_created_at
            from school_person where not is_deleted and address is not null
            union all
            select 'users', id, entity, legacy_id, 'phone', phone, phone, 0, known_as, rank, school_created_at
            from school_person where not is_deleted and phone is not null
            union all
            select 'schools', s.id, 'school', s.legacy_id, held.field, held.value, held.folded, held.origin, t.id, 0, s.created_at
            from school_v1_school s
            left join schools t on t.id = s.id
            cross join lateral (
                values ('email', s.email, s.address, s.origin), ('code', s.code, s.code, s.is_code_made::int::smallint)
            ) held (field, value, folded, origin)
            where not s.is_deleted and held.folded is not null
        ),
        holder as (
            select 'users' as kept_in, 'email' as field, lower(btrim(email) collate "C") as folded, id
            from users where not is_deleted and email is not null
            union all
            (
                select distinct on (phone) 'users', 'phone', phone, id
                from users where not is_deleted and phone is not null order by phone, id
            )
            union all
            select 'schools', 'email', lower(btrim(email) collate "C"), id from schools where not is_deleted and email is not null
            union all
            select 'schools', 'code', code, id from schools where not is_deleted and code is not null
        ),
        placed as (
            select c.*, h.id as held_by, row_number() over w as place,
                first_value(c.entity) over w as first_entity, first_value(c.legacy_id) over w as first_key
            from claim c
            left join holder h on h.kept_in = c.kept_in and h.field = c.field and h.folded = c.folded collate "C"
            window w as (
                partition by c.kept_in, c.field, c.folded order by c.origin, c.rank, c.school_created_at nulls last, c.legacy_id collate "C", c.entity)
        )
        select p.*,
            greatest(1, row_number() over (partition by p.kept_in, p.field, p.folded, p.entity order by p.place) - (p.first_entity = p.entity)::int) as number,
            p.place > 1 or (p.held_by is not null and p.held_by is distinct from p.known_as) as loses
        from placed p;

        create index on school_claim (id);
        analyze school_claim;
        """;

    const string Conflict = """
        create temporary table school_conflict on commit drop as
        select l.*, w.entity as with_entity, w.key as with_key,
            l.entity || '-' || l.field || '-' || left(encode(sha256(convert_to(named.text, 'UTF8')), 'hex'), 16) as decision_key,
            case when l.field = 'code' or (l.field = 'email' and l.origin = 0) then 'suffix' else 'drop' end as usual
        from school_claim l
        left join lateral (
            select o.entity, o.external_id
            from (
                select e.entity, e.external_id from user_external_ids e
                where l.kept_in = 'users' and e.user_id = l.held_by and e.system = 'school_v1'
                union all
                select 'school', s.legacy_id from school_v1_school s where l.kept_in = 'schools' and s.id = l.held_by
            ) o
            where l.place = 1
            order by o.entity collate "C", o.external_id collate "C" limit 1
        ) here on true
        cross join lateral (
            select case when l.place > 1 then l.first_entity else coalesce(here.entity, case l.kept_in when 'users' then 'user' else 'here' end) end as entity,
                case when l.place > 1 then l.first_key else coalesce(here.external_id, l.held_by::text) end as key
        ) w
        cross join lateral (
            select string_agg(octet_length(convert_to(part, 'UTF8')) || ':' || part, '' order by at) as text
            from unnest(array[l.entity, l.legacy_id, l.field, l.value, w.entity, w.key]) with ordinality as parts (part, at)
        ) named
        where l.loses;

        create temporary table school_settlement on commit drop as
        select c.*, coalesce(d.decision, c.usual) as decision, d.decision is not null as is_decided, d.line,
            coalesce(u.id, t.id) as target, d.becomes,
            case when c.field = 'email' then lower(btrim(d.becomes) collate "C") else d.becomes end as becomes_folded
        from school_conflict c
        left join school_decision d using (decision_key)
        left join users u on d.decision = 'merge' and d.target_entity = 'user' and u.id::text = lower(d.target_key)
        left join school_person t on d.decision = 'merge' and t.entity = d.target_entity and t.legacy_id = d.target_key;

        create index on school_settlement (id);
        analyze school_settlement;

        create temporary table school_keeper on commit drop as
        select kept_in, field, folded, id from school_settlement
        where decision = 'keep' and (kept_in = 'users' or known_as is null or held_by is not distinct from known_as);
        """;
}
