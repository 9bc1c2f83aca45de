using Schema.Import;

namespace Schema.Migrations;

public sealed partial class SchoolImport
{
    // Somebody comes when his school is here, and the person whom he joins; who cannot come yet is left for a later run.
    const string Ready = """
        create temporary table school_newcomer on commit drop as
        with placed as (
            select p.*, p.is_chosen and (p.school_id is null or s.id is not null) as has_place,
                extract(year from p.created_at at time zone 'UTC')::int as year
            from school_decision_made p left join schools s on s.id = p.school_id
        )
        select p.*,
            p.has_place and (not p.is_merged or p.known_as is not null or u.id is not null or q.has_place is true) as is_ready
        from placed p
        left join users u on p.is_merged and u.id = p.user_id
        left join placed q on p.is_merged and q.id = p.user_id;

        create unique index on school_newcomer (id);
        analyze school_newcomer;
        """;

    const string Newcomers = "select count(*) from school_newcomer p where p.is_ready";

    const string NotLogins = "p.entity <> 'school_admin'";

    const string Logins = "p.entity = 'school_admin'";

    static string Users(string which) => $"""
        insert into users (
            id, first_name, middle_name, last_name, email, email_generated, phone, phone_raw, password_hash, password_algorithm,
            password_must_change, is_active, is_deleted, deleted_at, created_at, updated_at)
        select p.id, p.first_name, p.middle_name, p.last_name, p.email_now, p.origin = 3 and p.email_now is not null, p.phone_now,
            case when p.phone_now is null then coalesce(p.phone_raw, p.phone_typed) end, p.password_hash, p.password_algorithm,
            p.must_change, p.is_active, p.is_deleted, p.deleted_at, coalesce(p.created_at, now()), coalesce(p.updated_at, now())
        from school_newcomer p
        where p.is_ready and p.known_as is null and not p.is_merged and {which}
        """;

    const string ExternalIds = """
        insert into user_external_ids (system, entity, external_id, user_id)
        select 'school_v1', p.entity, p.legacy_id, p.user_id from school_newcomer p where p.is_ready and p.known_as is null
        """;

    const string RolesOf = """
        select distinct p.user_id, r.id as role_id, case when p.school_id is null then 'global' else 'school' end as scope_type,
            coalesce(p.school_id::text, '') as scope_key
        from school_newcomer p join roles r on r.name = p.role
        where p.is_ready
        """;

    const string HasRole = """
        exists (
            select from user_roles h
            where (h.user_id, h.role_id, h.scope_type, h.scope_key) = (n.user_id, n.role_id, n.scope_type, n.scope_key))
        """;

    const string Roles = $"""
        insert into user_roles (user_id, role_id, scope_type, scope_key)
        select user_id, role_id, scope_type, scope_key from ({RolesOf}) n where not {HasRole}
        """;

    const string Pictures = """
        insert into user_profiles (user_id, avatar_url)
        select distinct on (p.user_id) p.user_id, p.picture
        from school_newcomer p
        where p.is_ready and p.known_as is null and char_length(p.picture) <= 500
            and not exists (select from user_profiles f where f.user_id = p.user_id)
        order by p.user_id, p.rank, p.legacy_id collate "C"
        """;

    const string Admins = """
        insert into school_admins (id, user_id, school_id, position, is_main)
        select distinct on (p.user_id, p.school_id) p.id, p.user_id, p.school_id, 'Principal', true
        from school_newcomer p
        where p.entity = 'school_admin' and p.is_ready
            and not exists (select from school_admins a where a.user_id = p.user_id and a.school_id = p.school_id)
        order by p.user_id, p.school_id, p.legacy_id collate "C"
        """;

    const string Teachers = """
        insert into teachers (
            id, user_id, school_id, gender, qualifications, subjects, experience, experience_years, is_class_teacher, is_active, is_deleted, deleted_at)
        select distinct on (p.user_id, p.school_id) p.id, p.user_id, p.school_id, p.gender, coalesce(q.qualifications, '{}'),
            coalesce(p.subjects, '{}'), p.experience, p.experience_years, p.is_class_teacher, p.is_active, p.is_deleted, p.deleted_at
        from school_newcomer p
        left join (
            select teacher_key, array_agg(qualification order by created_at, legacy_id collate "C") as qualifications
            from school_v1_qualification where qualification is not null group by teacher_key
        ) q on q.teacher_key = p.legacy_id
        where p.entity = 'teacher' and p.is_ready
            and not exists (select from teachers t where t.user_id = p.user_id and t.school_id = p.school_id)
        order by p.user_id, p.school_id, p.is_deleted, p.legacy_id collate "C"
        """;

    const string Parents = """
        insert into parents (id, user_id, school_id, relationship, secondary_phone, secondary_phone_raw, is_active, is_deleted, deleted_at)
        select distinct on (p.user_id, p.school_id) p.id, p.user_id, p.school_id, p.relationship, p.secondary_phone, p.secondary_phone_raw,
            p.is_active, p.is_deleted, p.deleted_at
        from school_newcomer p
        where p.entity = 'parent' and p.is_ready
            and not exists (select from parents t where t.user_id = p.user_id and t.school_id = p.school_id)
        order by p.user_id, p.school_id, p.is_deleted, p.legacy_id collate "C"
        """;

    const string Students = """
        insert into students (
            id, user_id, school_id, school_class_id, admission_number, gender, is_enrolled, is_active, is_deleted, deleted_at, created_at, updated_at)
        select p.id, p.user_id, p.school_id, c.id, p.admission_number, p.gender, not p.is_deleted, p.is_active, p.is_deleted, p.deleted_at,
            p.created_at, p.updated_at
        from school_newcomer p
        left join school_year y on y.school_id = p.school_id
        left join school_classes c on c.school_id = p.school_id and c.academic_year_id = y.id and c.name = p.class_name
        where p.entity = 'student' and p.is_ready
            and not exists (select from students t where t.user_id = p.user_id and t.school_id = p.school_id)
        """;

    /// <summary>Each link whose student and parent are both here, whichever run brought them.</summary>
    const string Links = """
        insert into student_parents (student_id, parent_id)
        select s.id, t.id
        from school_newcomer p
        join students s on s.user_id = p.user_id and s.school_id = p.school_id
        join school_newcomer q on q.entity = 'parent' and q.legacy_id = p.parent_key
        join parents t on t.user_id = q.user_id and t.school_id = q.school_id
        where p.entity = 'student' and not exists (select from student_parents l where l.student_id = s.id and l.parent_id = t.id)
        """;

    const string OfRejectedSchools = """
        select p.entity, p.legacy_id, 'is of the school ' || s.legacy_id || ', which is rejected'
        from school_newcomer p
        join school_placed s on s.id = p.school_id
        where p.is_chosen and s.is_chosen and s.level is null and not s.is_known and p.entity <> 'school_admin'
        order by p.entity, p.legacy_id collate "C"
        """;

    static string Of(string entity) => $"select count(*) from school_newcomer p where p.is_ready and p.entity = '{entity}'";

    static string Here(string entity, string table) =>
        $"{Of(entity)} and exists (select from {SqlName.Quote(table)} t where t.user_id = p.user_id and t.school_id = p.school_id)";

    /// <summary>Two of V1 who are one person now are one in a school as well.</summary>
    static string Joined(string entity, string table) => $"""
        select count(*) - count(distinct (p.user_id, p.school_id))
        from school_newcomer p
        where p.is_ready and p.entity = '{entity}'
            and not exists (select from {SqlName.Quote(table)} t where t.user_id = p.user_id and t.school_id = p.school_id)
        """;
}
