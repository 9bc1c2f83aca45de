using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Schema.Migrations;

[DbContext(typeof(SchemaContext))]
[Migration("20261120100700_NotificationChannels")]
public sealed class NotificationChannels : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateTable(migrationBuilder);
        migrationBuilder.CreateIndex("user_notification_channels_user_id_idx", "user_notification_channels", "user_id");
        migrationBuilder.CreateIndex("user_notification_channels_channel_type_idx", "user_notification_channels", "channel_type");
        migrationBuilder.CreateIndex(
            "user_notification_channels_email_key", "user_notification_channels", "user_id",
            unique: true, filter: "channel_type = 'email'");
        migrationBuilder.Restore(
            "notification_channels", "user_notification_channels", "exists (select from users u where u.id = t.user_id)");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("lock table users, user_notification_channels in access exclusive mode;");
        migrationBuilder.Remember("notification_channels", "user_notification_channels", "t.id::text");
        migrationBuilder.DropTable("user_notification_channels");
    }

    static void CreateTable(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            name: "user_notification_channels",
            columns: table => new
            {
                id = table.Column<Guid>("uuid", defaultValueSql: "gen_random_uuid()"),
                user_id = table.Column<Guid>("uuid"),
                channel_type = table.Column<string>("varchar(50)"),
                channel_value = table.Column<string>("varchar(500)"),
                is_verified = table.Column<bool>("boolean", defaultValue: false),
                is_enabled = table.Column<bool>("boolean", defaultValue: true),
                preferences = table.Column<string>("jsonb", nullable: true),
                email_bounced = table.Column<bool>("boolean", defaultValue: false),
                bounced_at = table.Column<DateTimeOffset>("timestamptz", nullable: true),
                bounce_type = table.Column<string>("varchar(50)", nullable: true),
                created_at = table.Column<DateTimeOffset>("timestamptz", defaultValueSql: "now()"),
                updated_at = table.Column<DateTimeOffset>("timestamptz", defaultValueSql: "now()"),
            },
            constraints: table =>
            {
                table.PrimaryKey("user_notification_channels_pkey", channel => channel.id);
                table.CheckConstraint(
                    "user_notification_channels_channel_type_check", "channel_type in ('email', 'sms', 'push', 'webhook')");
                table.CheckConstraint("user_notification_channels_channel_value_check", "channel_value <> ''");
                table.ForeignKey(
                    "user_notification_channels_user_id_fkey", channel => channel.user_id, "users", "id",
                    onDelete: ReferentialAction.Cascade);
            });
}
