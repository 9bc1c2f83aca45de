using Microsoft.EntityFrameworkCore.Migrations;

namespace Schema.Migrations;

public sealed partial class CentralUsers
{
    static void CreateUsers(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "users",
            columns: table => new
            {
                id = table.Column<Guid>("uuid", defaultValueSql: "gen_random_uuid()"),
                email = table.Column<string>("text", nullable: true),
                phone = table.Column<string>("text", nullable: true),
                first_name = table.Column<string>("text", nullable: true),
                middle_name = table.Column<string>("text", nullable: true),
                last_name = table.Column<string>("text", nullable: true),
                password_hash = table.Column<string>("text", nullable: true),
                password_algorithm = table.Column<string>("text", nullable: true),
                auth_provider = table.Column<string>("text", nullable: true),
                auth_provider_id = table.Column<string>("text", nullable: true),
                is_active = table.Column<bool>("boolean", defaultValue: true),
                is_deleted = table.Column<bool>("boolean", defaultValue: false),
                deleted_at = table.Column<DateTimeOffset>("timestamptz", nullable: true),
                created_at = table.Column<DateTimeOffset>("timestamptz", defaultValueSql: "now()"),
                updated_at = table.Column<DateTimeOffset>("timestamptz", defaultValueSql: "now()"),
            },
            constraints: table =>
            {
                table.PrimaryKey("users_pkey", user => user.id);
                table.CheckConstraint("users_email_check", "strpos(btrim(email), '@') > 1");
                table.CheckConstraint("users_phone_check", "phone collate \"C\" ~ '^\\+[1-9][0-9]{1,14}$'");
                table.CheckConstraint("users_password_check", "(password_hash is null) = (password_algorithm is null)");
                table.CheckConstraint("users_auth_provider_check", "(auth_provider is null) = (auth_provider_id is null)");
                table.CheckConstraint(
                    "users_deleted_check", "is_deleted = (deleted_at is not null) and not (is_deleted and is_active)");
            });
        migrationBuilder.CreateIndex(
            "users_auth_provider_auth_provider_id_key", "users", ["auth_provider", "auth_provider_id"], unique: true);
        migrationBuilder.Sql("create unique index users_email_key on users (lower(btrim(email) collate \"C\")) where not is_deleted;");
    }

    static void CreateUserExternalIds(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "user_external_ids",
            columns: table => new
            {
                system = table.Column<string>("text"),
                entity = table.Column<string>("text"),
                external_id = table.Column<string>("text"),
                user_id = table.Column<Guid>("uuid"),
            },
            constraints: table =>
            {
                table.PrimaryKey("user_external_ids_pkey", id => new { id.system, id.entity, id.external_id });
                table.CheckConstraint("user_external_ids_parts_check", "system <> '' and entity <> '' and external_id <> ''");
                table.ForeignKey(
                    "user_external_ids_user_id_fkey", id => id.user_id, "users", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("user_external_ids_user_id_idx", "user_external_ids", "user_id");
    }

    static void CreateUserProfiles(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "user_profiles",
            columns: table => new
            {
                user_id = table.Column<Guid>("uuid"),
                display_name = table.Column<string>("varchar(100)", nullable: true),
                timezone = table.Column<string>("varchar(50)", defaultValue: "UTC"),
                avatar_url = table.Column<string>("varchar(500)", nullable: true),
                bio = table.Column<string>("text", nullable: true),
                preferences = table.Column<string>("jsonb", nullable: true),
                created_at = table.Column<DateTimeOffset>("timestamptz", defaultValueSql: "now()"),
                updated_at = table.Column<DateTimeOffset>("timestamptz", defaultValueSql: "now()"),
            },
            constraints: table =>
            {
                table.PrimaryKey("user_profiles_pkey", profile => profile.user_id);
                table.CheckConstraint("user_profiles_display_name_check", "char_length(display_name) between 1 and 100");
                table.CheckConstraint(
                    "user_profiles_email_cadence_check",
                    "preferences ->> 'email_cadence' in ('daily_only', 'weekly_only', 'both', 'none')");
                table.ForeignKey(
                    "user_profiles_user_id_fkey", profile => profile.user_id, "users", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.Sql("create unique index user_profiles_display_name_key on user_profiles (lower(display_name collate \"C\"));");
    }

    static void CreateQueueMembers(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "queue_members",
            columns: table => new
            {
                user_id = table.Column<Guid>("uuid"),
                location = table.Column<string>("text", defaultValue: "in person"),
                zoom_link = table.Column<string>("text", defaultValue: ""),
                discord = table.Column<string>("text", defaultValue: ""),
                resolved_tickets = table.Column<int>("integer", defaultValue: 0),
                ratings = table.Column<decimal[]>("numeric(2,1)[]", defaultValueSql: "'{}'"),
                reviews = table.Column<string[]>("text[]", defaultValueSql: "'{}'"),
                current_ticket_id = table.Column<int>("integer", nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("queue_members_pkey", member => member.user_id);
                table.ForeignKey(
                    "queue_members_user_id_fkey", member => member.user_id, "users", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("queue_members_current_ticket_id_idx", "queue_members", "current_ticket_id");
    }
}
