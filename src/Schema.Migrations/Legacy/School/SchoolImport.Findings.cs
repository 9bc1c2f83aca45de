using Schema.Import;

namespace Schema.Migrations;

public sealed partial class SchoolImport
{
    const string Everybody = """
        (
            select 'school' as entity, p.is_chosen, p.is_left_out, p.is_deleted, p.is_chosen as is_ready from school_placed p
            union all
            select p.entity, p.is_chosen, p.is_left_out, p.is_deleted, p.is_ready from school_newcomer p
        ) p
        """;

    const string CameOtherwise = "came otherwise than it is decided now; for that: import undo, then run again";

    /// <summary>What was decided, and what was left.</summary>
    static void Tell(ImportPlan plan)
    {
        plan.Conflicts("has an e-mail of another, and gets another one", SettledAs("email", "suffix", ", p.email_now as becomes"));
        plan.Conflicts("has an e-mail of another, and goes without", SettledAs("email", "drop"));
        plan.Conflicts("has a telephone number of another, kept as a note", SettledAs("phone", "drop"));
        plan.Conflicts("is one with another", """
            select p.entity || ' ' || p.legacy_id as person, p.user_id as joins
            from school_newcomer p where p.is_ready and p.is_merged and p.known_as is null
            order by p.entity, p.legacy_id collate "C"
            """);
        plan.Conflicts("is one with another, who has another e-mail or telephone number: these are not brought", """
            select person, email, telephone
            from (
                select p.entity || ' ' || p.legacy_id as person,
                    case when p.origin < 2 and lower(btrim(u.email) collate "C") is distinct from p.address collate "C" then p.email end as email,
                    case when p.phone is null or u.phone is distinct from p.phone then p.phone_typed end as telephone
                from school_newcomer p
                join users u on u.id = p.user_id
                where p.is_ready and p.is_merged and p.known_as is null
            ) p
            where email is not null or telephone is not null
            order by person collate "C"
            """);
        plan.Conflicts(CameOtherwise, """
            select s.entity || ' ' || s.legacy_id as person, s.field, s.decision
            from school_settlement s
            where s.kept_in = 'users' and s.known_as is not null and s.is_decided and case
                when s.decision = 'merge' then s.known_as = s.id
                when exists (select from school_settlement o where o.id = s.id and o.decision = 'merge') then false
                else s.known_as <> s.id or (s.decision = 'keep') is distinct from (s.held_by is not distinct from s.known_as)
            end
            order by s.line
            """);
        plan.Conflicts(CameOtherwise, """
            select s.legacy_id as school, s.field, s.decision, s.becomes as target
            from school_settlement s
            join schools t on t.id = s.known_as
            cross join lateral (
                select case s.field when 'code' then t.code else lower(btrim(t.email) collate "C") end as folded
            ) now
            where s.kept_in = 'schools' and s.is_decided and case s.decision
                when 'keep' then now.folded is distinct from s.folded
                when 'drop' then now.folded is not null
                else now.folded is null or now.folded = s.folded or now.folded <> coalesce(s.becomes_folded, now.folded)
            end
            order by s.line
            """);
        plan.Conflicts("has a code or an e-mail of another school", """
            select p.legacy_id as school, p.code_now as code, p.email_now as email
            from school_placed p
            where p.is_chosen and not p.is_known and (p.code_now, p.email_now) is distinct from (p.code, p.email)
            order by p.legacy_id collate "C"
            """);
        plan.Conflicts("deleted in V1 and brought as deleted", Counted("p.is_deleted and p.is_ready"));
        plan.Conflicts("deleted in V1 and left out", Counted("p.is_left_out"));
        plan.Conflicts("waits for a run that brings its school, or whom it joins", Counted("p.is_chosen and not p.is_ready"));
        plan.Conflicts("came before and differs from V1 now, left as it is", """
            select p.entity || ' ' || p.legacy_id as person, p.user_id
            from school_newcomer p
            join users u on u.id = p.user_id and u.id = p.id
            where p.is_ready and p.known_as is not null
                and (u.first_name, u.middle_name, u.last_name, u.is_active, u.is_deleted)
                    is distinct from (p.first_name, p.middle_name, p.last_name, p.is_active, p.is_deleted)
            order by p.entity, p.legacy_id collate "C"
            """);
    }

    /// <summary>What is odd in V1 and does no harm here.</summary>
    static void Warn(ImportPlan plan)
    {
        plan.Conflicts("school without an e-mail that can be read: nobody can log in for it", """
            select p.legacy_id as school, p.name from school_placed p
            where p.is_chosen and not p.is_known and p.email is null order by p.legacy_id collate "C"
            """);
        plan.Conflicts("school without a code, which is made of its name", """
            select p.legacy_id as school, p.name, p.code_now as code from school_placed p
            where p.is_chosen and not p.is_known and p.is_code_made order by p.legacy_id collate "C"
            """);
        plan.Conflicts("school of a type that is not known, taken for a private one", """
            select p.legacy_id as school, p.type_text as type from school_placed p
            where p.is_chosen and not p.is_known and p.type is null order by p.legacy_id collate "C"
            """);
        plan.Conflicts("has an e-mail that had to be repaired", New("p.email_typed as typed, p.email_now as becomes", "p.origin = 1 and p.email_now is not null"));
        plan.Conflicts("has an e-mail that is none", New("p.email_typed as typed", "p.origin in (2, 3) and p.email_typed is not null"));
        plan.Conflicts("has a telephone number that cannot be read, kept as a note", New("p.phone_raw as typed", "p.phone_raw is not null"));
        plan.Conflicts("has a picture whose address is longer than 500 letters, left out", New("char_length(p.picture) as letters", "char_length(p.picture) > 500"));
    }

    static string SettledAs(string field, string decision, string more = "") => $"""
        select s.entity || ' ' || s.legacy_id as person, s.value, s.with_entity || ' ' || s.with_key as held_by{more}
        from school_settlement s
        join school_newcomer p on p.id = s.id
        where s.field = '{field}' and s.decision = '{decision}' and p.is_ready and s.known_as is null and not p.is_merged
        order by s.folded collate "C", s.place
        """;

    static string Counted(string condition) => $"""
        select p.entity, count(*) as rows from {Everybody} where {condition} group by p.entity order by p.entity
        """;

    static string New(string columns, string condition) => $"""
        select p.entity || ' ' || p.legacy_id as person, {columns}
        from school_newcomer p
        where p.is_ready and p.known_as is null and {condition}
        order by p.entity, p.legacy_id collate "C"
        """;
}
