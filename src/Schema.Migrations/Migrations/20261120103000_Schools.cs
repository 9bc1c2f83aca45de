using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Schema.Migrations;

/// <summary>Schools, their people and what is taught there; users gain what the people of a school need.</summary>
[DbContext(typeof(SchemaContext))]
[Migration("20261120103000_Schools")]
public sealed partial class Schools : Migration
{
    const string Moment = "schools";

    /// <summary>In the order of their foreign keys.</summary>
    static readonly string[] Tables =
    [
        "grade_systems", "grades", "curriculums", "class_levels", "classes", "subject_categories", "subjects",
        "schools", "academic_years", "school_classes", "school_admins", "teachers", "parents", "students", "student_parents",
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(AddToUsers);
        migrationBuilder.Sql(CreateReference);
        migrationBuilder.Sql(CreateSchools);
        migrationBuilder.Sql(CreatePeople);
        migrationBuilder.Sql(FirstTime(RoleRows + "\n\n" + GradeRows + "\n\n" + ClassRows));
        migrationBuilder.Restore(Moment, "roles");
        migrationBuilder.Restore(Moment, "role_permissions", "exists (select from roles r where r.id = t.role_id)");
        migrationBuilder.Restore(Moment, "user_roles", "exists (select from users u where u.id = t.user_id)");
        foreach (var table in Tables)
            migrationBuilder.Restore(Moment, table, HasPlace(table));

        migrationBuilder.Sql(ConnectGradeSystems);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql($"""
            lock table users, roles, user_roles, role_permissions, {string.Join(", ", Tables.Order(StringComparer.Ordinal))}
                in access exclusive mode;
            set constraints all immediate;
            """);
        migrationBuilder.Sql(RememberUsers);
        foreach (var table in Tables.Except(["student_parents"]))
            migrationBuilder.Remember(Moment, table, "t.id::text");

        migrationBuilder.Remember(Moment, "student_parents", "t.student_id || '/' || t.parent_id");
        TakeRolesBack(migrationBuilder);
        migrationBuilder.Sql($"""
            alter table grade_systems drop constraint grade_systems_school_id_fkey;
            drop table {string.Join(", ", Tables.Reverse())};
            """);
        migrationBuilder.Sql(TakeFromUsers);
    }

    static string HasPlace(string table) => table switch
    {
        "school_admins" or "teachers" or "parents" or "students" => "exists (select from users u where u.id = t.user_id)",
        "student_parents" => """
            exists (select from students s where s.id = t.student_id) and exists (select from parents p where p.id = t.parent_id)
            """,
        _ => "true",
    };

    static void TakeRolesBack(MigrationBuilder migrationBuilder)
    {
        const string Made = "(select key::uuid from ledger.remembered where subject = 'schools.made_role')";
        migrationBuilder.Remember(Moment, "roles", "t.id::text", $"t.id in {Made}");
        migrationBuilder.Remember(Moment, "role_permissions", "t.role_id || '/' || t.permission_id", $"t.role_id in {Made}");
        migrationBuilder.Remember(
            Moment, "user_roles", "t.user_id || '/' || t.role_id || '/' || t.scope_type || '/' || t.scope_key", $"t.role_id in {Made}");
        migrationBuilder.Sql($"""
            delete from user_roles where role_id in {Made};
            delete from role_permissions where role_id in {Made};
            delete from roles where id in {Made};
            """);
    }

    /// <summary>Rows that somebody removed or changed stay so on the way back and forth.</summary>
    static string FirstTime(string insert) => $"""
        do $rows$
        begin
            if not exists (select from ledger.remembered where subject = 'schools.rows') then
                {insert}
                insert into ledger.remembered (subject, key, value) values ('schools.rows', '', 'true');
            end if;
        end $rows$;
        """;
}
