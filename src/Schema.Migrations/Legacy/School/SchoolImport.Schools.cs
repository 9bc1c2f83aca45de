namespace Schema.Migrations;

public sealed partial class SchoolImport
{
    // Most often the first that is tried is nobody's.
    static string Free(Func<int, int, string> among) => $"({among(1, 1)}), ({among(2, 1000)})";

    // Nobody's address, of a school or of a person; what was typed in V1 and what was chosen for another counts as well as what is here.
    static string FreeEmail(int first, int last) => $"""
        select m.email
        from generate_series({first}, {last}) n
        cross join lateral (
            select regexp_replace(p.email, '@[^@]*$', '') || '+school' || p.legacy_id || case when n > 1 then '.' || n else '' end
                || substring(p.email from '@[^@]*$') as email
        ) m
        cross join lateral (select lower(btrim(m.email) collate "C") as folded) f
        where not exists (select from school_v1_school o where o.address collate "C" = f.folded and not o.is_deleted)
            and not exists (select from school_taken t where t.folded = f.folded)
            and not exists (select from school_settlement o where o.field = 'email' and o.becomes_folded collate "C" = f.folded)
            and not exists (
                select from schools t where lower(btrim(t.email) collate "C") = f.folded and not t.is_deleted and t.id <> p.id)
        order by n limit 1
        """;

    static string FreeCode(int first, int last) => $"""
        select m.code
        from generate_series({first}, {last}) n
        cross join lateral (select 'code_' || p.legacy_id || case when n > 1 then '_' || n else '' end as code) m
        where not exists (select from school_v1_school o where o.code = m.code and not o.is_deleted)
            and not exists (select from school_settlement o where o.field = 'code' and o.becomes_folded = m.code)
            and not exists (select from schools t where t.code = m.code and not t.is_deleted and t.id <> p.id)
        order by n limit 1
        """;

    // Schools stand in unique indexes by code and address; V1 told spellings apart that are one here. Who has no conflict of his own and
    // whose value another was given goes the usual way.
    static readonly string DecideSchools = $"""
        create temporary table school_placed on commit drop as
        with placed as (
            select s.*, t.id is not null as is_known, e.becomes as email_chosen, c.becomes as code_chosen,
                case
                    when s.is_deleted then 'keep'
                    when e.id is not null then e.decision
                    when {KeptByAnother("email", "address")} then case s.origin when 0 then 'suffix' else 'drop' end
                    else 'keep'
                end as email_decision,
                case
                    when s.is_deleted then 'keep'
                    when c.id is not null then c.decision
                    when {KeptByAnother("code", "code")} then 'suffix'
                    else 'keep'
                end as code_decision
            from school_v1_school s
            left join schools t on t.id = s.id
            left join school_settlement e on e.id = s.id and e.field = 'email'
            left join school_settlement c on c.id = s.id and c.field = 'code'
        )
        select p.*,
            case p.email_decision when 'keep' then p.email when 'suffix' then coalesce(p.email_chosen, {Free(FreeEmail)}) end as email_now,
            case p.code_decision when 'keep' then p.code when 'suffix' then coalesce(p.code_chosen, {Free(FreeCode)}) end as code_now
        from placed p;

        create unique index on school_placed (id);
        analyze school_placed;
        """;

    static string KeptByAnother(string field, string column) =>
        $"exists (select from school_keeper k where (k.kept_in, k.field, k.folded) = ('schools', '{field}', s.{column}) and k.id <> s.id)";

    const string Wanted = "select count(*) from school_placed p where p.is_chosen and p.name <> ''";

    const string Schools = """
        insert into schools (
            id, name, code, email, phone, phone_raw, country, county, address, street, po_box, postal_code, town, type, level_id, curriculum_id,
            grade_system_id, logo, motto, vision, is_verified, is_onboarded, is_active, is_deleted, deleted_at, created_at, updated_at)
        select p.id, p.name, p.code_now, p.email_now, p.phone, p.phone_raw, p.country, p.county, p.address_text, p.street, p.po_box, p.postal_code,
            p.town, coalesce(p.type, 'private'), l.id, c.id, c.grade_system_id, p.logo, p.motto, p.vision, p.is_verified, true, p.is_active,
            p.is_deleted, p.deleted_at, p.created_at, p.updated_at
        from school_placed p
        join curriculums c on c.name = 'kenya_8_4_4'
        join class_levels l on l.curriculum_id = c.id and l.name = p.level
        where p.is_chosen and not p.is_known and p.name <> ''
        """;

    const string WithoutLevel = """
        select 'school', p.legacy_id, 'has the level ''' || coalesce(p.level_text, '') || ''', which is none that is known here'
        from school_placed p
        where p.is_chosen and p.level is null and not p.is_known and p.name <> ''
        order by p.legacy_id collate "C"
        """;

    // Ids are named by ('school_v1', 'academic_year', school/name) and ('school_v1', 'school_class', year's id/name).
    const string Named = """
        encode(set_byte(set_byte(b, 6, get_byte(b, 6) & 15 | 128), 8, get_byte(b, 8) & 63 | 128), 'hex')::uuid
        """;

    const string Years = $"""
        insert into academic_years (id, school_id, name, start_date, end_date, is_active)
        select {Named}, y.school_id, y.name, make_date(y.year, 1, 1), make_date(y.year, 12, 31), true
        from (
            select p.school_id, p.school_key, max(p.year) as year, 'Migrated Academic Year ' || max(p.year) as name, bool_or(p.is_ready) as is_needed
            from school_newcomer p where p.entity = 'student' group by p.school_id, p.school_key
        ) y
        cross join lateral (select y.school_key || '/' || y.name as key) k
        cross join lateral (
            select substring(sha256(convert_to(
                'schema:v19:school_v113:academic_year' || octet_length(convert_to(k.key, 'UTF8')) || ':' || k.key, 'UTF8')) from 1 for 16) as b
        ) named
        where y.is_needed and not exists (select from academic_years a where a.school_id = y.school_id and (a.is_active or a.name = y.name))
        """;

    const string Classes = $"""
        insert into school_classes (id, school_id, academic_year_id, class_id, name)
        select {Named}, n.school_id, n.year_id, t.id, n.class_name
        from (
            select distinct p.school_id, a.id as year_id, p.class_name
            from school_newcomer p
            join school_year a on a.school_id = p.school_id
            where p.entity = 'student' and p.is_ready
                and not exists (
                    select from school_classes c where c.school_id = p.school_id and c.academic_year_id = a.id and c.name = p.class_name)
        ) n
        join curriculums c on c.name = 'kenya_8_4_4'
        left join classes t on t.curriculum_id = c.id and t.name = 'Class 1'
        cross join lateral (select n.year_id || '/' || n.class_name as key) k
        cross join lateral (
            select substring(sha256(convert_to(
                'schema:v19:school_v112:school_class' || octet_length(convert_to(k.key, 'UTF8')) || ':' || k.key, 'UTF8')) from 1 for 16) as b
        ) named
        """;

    /// <summary>The year in which a school's students are: its active one, else the one that this import made.</summary>
    const string YearOfSchool = """
        create temporary table school_year on commit drop as
        select distinct on (a.school_id) a.school_id, a.id
        from academic_years a where a.school_id in (select id from school_placed)
        order by a.school_id, a.is_active desc, a.name collate "C" desc;

        analyze school_year;
        """;
}
