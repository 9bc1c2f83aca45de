using Microsoft.EntityFrameworkCore.Migrations;

namespace Schema.Migrations;

public sealed partial class RolesAndPermissions
{
    static void CreatePermissions(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "permission_modules",
            columns: table => new
            {
                id = table.Column<Guid>("uuid", defaultValueSql: "gen_random_uuid()"),
                name = table.Column<string>("text"),
                alias = table.Column<string>("text", nullable: true),
                is_active = table.Column<bool>("boolean", defaultValue: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("permission_modules_pkey", module => module.id);
                table.CheckConstraint("permission_modules_name_check", "name <> ''");
            });
        migrationBuilder.CreateIndex("permission_modules_name_key", "permission_modules", "name", unique: true);

        migrationBuilder.CreateTable(
            name: "permissions",
            columns: table => new
            {
                id = table.Column<Guid>("uuid", defaultValueSql: "gen_random_uuid()"),
                name = table.Column<string>("text"),
                alias = table.Column<string>("text", nullable: true),
                module_id = table.Column<Guid>("uuid"),
                scope = table.Column<string>("text"),
            },
            constraints: table =>
            {
                table.PrimaryKey("permissions_pkey", permission => permission.id);
                table.CheckConstraint("permissions_name_check", "name <> ''");
                table.CheckConstraint("permissions_scope_check", "scope in ('account', 'admin')");
                table.ForeignKey(
                    "permissions_module_id_fkey", permission => permission.module_id, "permission_modules", "id",
                    onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("permissions_name_key", "permissions", "name", unique: true);
        migrationBuilder.CreateIndex("permissions_module_id_idx", "permissions", "module_id");
        CreateRolePermissions(migrationBuilder);
    }

    static void CreateRolePermissions(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "role_permissions",
            columns: table => new { role_id = table.Column<Guid>("uuid"), permission_id = table.Column<Guid>("uuid") },
            constraints: table =>
            {
                table.PrimaryKey("role_permissions_pkey", granted => new { granted.role_id, granted.permission_id });
                table.ForeignKey(
                    "role_permissions_role_id_fkey", granted => granted.role_id, "roles", "id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    "role_permissions_permission_id_fkey", granted => granted.permission_id, "permissions", "id",
                    onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("role_permissions_permission_id_idx", "role_permissions", "permission_id");
    }
}
