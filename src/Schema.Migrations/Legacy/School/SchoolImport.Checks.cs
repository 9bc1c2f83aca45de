using System.Globalization;
using Schema.Import;

namespace Schema.Migrations;

public sealed partial class SchoolImport
{
    const string DecisionAdvice = "Nothing was changed. schema import check school --conflicts FILE writes a new file of the conflicts.";

    /// <summary>What makes V1 unfit to be read: nobody could say where these rows belong.</summary>
    const string Broken = """
        with person as (
            select * from school_v1_teacher
            union all select * from school_v1_parent
            union all select * from school_v1_student
            union all select * from school_v1_staff
        )
        select 'school' as entity, s.legacy_id, 'has no name' from school_v1_school s where s.name = ''
        union all
        select p.entity, p.legacy_id, case when coalesce(p.school_key, '') = '' then 'has no school' else 'is of the school ' || p.school_key || ', which is not there' end
        from person p
        where not exists (select from school_v1_school s where s.legacy_id = p.school_key)
        union all
        select p.entity, p.legacy_id,
            case
                when coalesce(p.parent_key, '') = '' then 'has no parent'
                when q.legacy_id is null then 'is of the parent ' || p.parent_key || ', who is not there'
                else 'is of the parent ' || p.parent_key || ', who is deleted'
            end
        from school_v1_student p
        left join school_v1_parent q on q.legacy_id = p.parent_key
        where not p.is_deleted and (q.legacy_id is null or q.is_deleted)
        order by 1, 2
        """;

    /// <summary>The conflicts that are still to be decided, as the conflict file has them.</summary>
    const string ToDecide = """
        select entity, legacy_id, field, value, with_entity, with_key, coalesce(proposed, ''), usual
        from (
            select s.*,
                case when s.kept_in = 'schools' then case s.field when 'email' then p.email_now else p.code_now end
                    when s.field = 'email' then x.email end as proposed
            from school_settlement s
            left join school_suffix x on x.id = s.id
            left join school_placed p on p.id = s.id
            where s.known_as is null
        ) s
        order by kept_in desc, field, folded collate "C", place
        """;

    static async Task<string> HandOver(string path, IReadOnlyList<string?[]> rows, CancellationToken cancellationToken)
    {
        await ConflictFile.Write(path, rows.Select(Undecided), cancellationToken);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{path} holds {rows.Count:N0} conflicts and what would become of each; change what you like, then: schema import run school --conflicts {path}");
    }

    static SchoolConflict Undecided(string?[] row) => new(
        new LegacyReference(row[0]!, row[1]!), row[2]!, row[3]!, new LegacyReference(row[4]!, row[5]!), row[6]!, ConflictWords.Parse(row[7]!)!.Value);

    static void Check(ImportPlan plan)
    {
        plan.Check("everybody who came is known by his V1 key", """
            select p.entity, p.legacy_id from school_newcomer p
            where p.is_ready and not exists (
                select from user_external_ids e where (e.system, e.entity, e.external_id, e.user_id) = ('school_v1', p.entity, p.legacy_id, p.user_id))
            order by p.entity, p.legacy_id collate "C"
            """);
        plan.Check("new schools are as they were decided", """
            select p.legacy_id as school
            from school_placed p
            join schools t on t.id = p.id
            where p.is_chosen and not p.is_known and (t.code, t.email) is distinct from (p.code_now, p.email_now)
            order by p.legacy_id collate "C"
            """);
        plan.Check("new people are as they were decided", """
            select p.entity, p.legacy_id
            from school_newcomer p
            join users u on u.id = p.id
            where p.is_ready and p.known_as is null and not p.is_merged
                and (u.first_name, u.middle_name, u.last_name, u.email, u.phone, u.password_hash, u.is_active, u.is_deleted)
                    is distinct from (
                        p.first_name, p.middle_name, p.last_name, p.email_now, p.phone_now, p.password_hash, p.is_active, p.is_deleted)
            order by p.entity, p.legacy_id collate "C"
            """);
        plan.Check("everybody who came has his role in his school", $"""
            select n.user_id, n.role_id, n.scope_key from ({RolesOf}) n where not {HasRole} order by 1, 2, 3
            """);
        plan.Check("every student who came is in a class of his school", """
            select p.legacy_id as student
            from school_newcomer p
            left join students s on s.user_id = p.user_id and s.school_id = p.school_id
            left join school_classes c on c.id = s.school_class_id
            where p.entity = 'student' and p.is_ready and p.known_as is null and c.school_id is distinct from p.school_id
            order by p.legacy_id collate "C"
            """);
    }
}
