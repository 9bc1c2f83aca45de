using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Schema.Migrations;

[DbContext(typeof(SchemaContext))]
[Migration("20261120100400_RolesAndPermissions")]
public sealed partial class RolesAndPermissions : Migration
{
    // Named by ('schema', 'role', name), the same in every database.
    const string Seeded = """
        ('89968684-c411-8635-8a97-c85f12a6c967', 'c86e8c0d-9153-8381-87a1-8c1b662ce52f', 'e5b70824-e5c5-8841-812a-7c043052627b')
        """;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateRoles(migrationBuilder);
        CreateUserRoles(migrationBuilder);
        CreatePermissions(migrationBuilder);
        migrationBuilder.Sql("""
            insert into roles (id, name) values
                ('89968684-c411-8635-8a97-c85f12a6c967', 'hacker'),
                ('c86e8c0d-9153-8381-87a1-8c1b662ce52f', 'mentor'),
                ('e5b70824-e5c5-8841-812a-7c043052627b', 'admin');
            """);
        migrationBuilder.Restore("roles_and_permissions", "roles");
        migrationBuilder.Restore("roles_and_permissions", "permission_modules");
        migrationBuilder.Restore("roles_and_permissions", "permissions");
        migrationBuilder.Restore("roles_and_permissions", "role_permissions");
        migrationBuilder.Restore("roles_and_permissions", "user_roles", """
            exists (select from users u where u.id = t.user_id) and exists (select from roles r where r.id = t.role_id)
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            lock table users, roles, user_roles, permission_modules, permissions, role_permissions in access exclusive mode;
            """);
        migrationBuilder.Remember("roles_and_permissions", "roles", "t.id::text", $"t.id not in {Seeded}");
        migrationBuilder.Remember("roles_and_permissions", "permission_modules", "t.id::text");
        migrationBuilder.Remember("roles_and_permissions", "permissions", "t.id::text");
        migrationBuilder.Remember("roles_and_permissions", "role_permissions", "t.role_id || '/' || t.permission_id");
        migrationBuilder.Remember(
            "roles_and_permissions", "user_roles", "t.user_id || '/' || t.role_id || '/' || t.scope_type || '/' || t.scope_key");
        migrationBuilder.Sql("""
            set constraints all immediate;
            drop table user_roles, role_permissions, permissions, permission_modules, roles;
            """);
    }

    static void CreateRoles(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "roles",
            columns: table => new { id = table.Column<Guid>("uuid"), name = table.Column<string>("text") },
            constraints: table =>
            {
                table.PrimaryKey("roles_pkey", role => role.id);
                table.CheckConstraint("roles_name_check", "name <> ''");
            });
        migrationBuilder.CreateIndex("roles_name_key", "roles", "name", unique: true);
    }

    static void CreateUserRoles(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "user_roles",
            columns: table => new
            {
                user_id = table.Column<Guid>("uuid"),
                role_id = table.Column<Guid>("uuid"),
                scope_type = table.Column<string>("text", defaultValue: "global"),
                scope_key = table.Column<string>("text", defaultValue: ""),
            },
            constraints: table =>
            {
                table.PrimaryKey("user_roles_pkey", role => new { role.user_id, role.role_id, role.scope_type, role.scope_key });
                table.CheckConstraint("user_roles_scope_type_check", "scope_type in ('global', 'school')");
                table.CheckConstraint("user_roles_scope_key_check", "(scope_type = 'global') = (scope_key = '')");
                table.ForeignKey("user_roles_user_id_fkey", role => role.user_id, "users", "id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("user_roles_role_id_fkey", role => role.role_id, "roles", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("user_roles_role_id_idx", "user_roles", "role_id");
    }
}
