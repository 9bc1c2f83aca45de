using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Schema.Migrations;

[DbContext(typeof(SchemaContext))]
[Migration("20261120100800_TickerFollows")]
public sealed class TickerFollows : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateTable(migrationBuilder);
        migrationBuilder.CreateIndex(
            "user_ticker_follows_user_id_ticker_key", "user_ticker_follows", ["user_id", "ticker"], unique: true);
        migrationBuilder.CreateIndex("user_ticker_follows_user_id_order_idx", "user_ticker_follows", ["user_id", "order"]);
        migrationBuilder.CreateIndex("user_ticker_follows_ticker_idx", "user_ticker_follows", "ticker");
        migrationBuilder.Restore("ticker_follows", "user_ticker_follows", """
            exists (select from users u where u.id = t.user_id)
            and exists (select from ticker s where s.symbol = t.ticker)
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("lock table users, ticker, user_ticker_follows in access exclusive mode;");
        migrationBuilder.Remember("ticker_follows", "user_ticker_follows", "t.id::text");
        migrationBuilder.DropTable("user_ticker_follows");
    }

    static void CreateTable(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            name: "user_ticker_follows",
            columns: table => new
            {
                id = table.Column<Guid>("uuid", defaultValueSql: "gen_random_uuid()"),
                user_id = table.Column<Guid>("uuid"),
                ticker = table.Column<string>("varchar"),
                notify_on_signals = table.Column<bool>("boolean", defaultValue: true),
                notify_on_price_change = table.Column<bool>("boolean", defaultValue: false),
                price_change_threshold = table.Column<double>("double precision", nullable: true),
                custom_alerts = table.Column<string>("jsonb", nullable: true),
                order = table.Column<int>("integer", defaultValue: 0),
                created_at = table.Column<DateTimeOffset>("timestamptz", defaultValueSql: "now()"),
                updated_at = table.Column<DateTimeOffset>("timestamptz", defaultValueSql: "now()"),
            },
            constraints: table =>
            {
                table.PrimaryKey("user_ticker_follows_pkey", follow => follow.id);
                table.CheckConstraint("user_ticker_follows_price_change_threshold_check", "price_change_threshold > 0");
                table.CheckConstraint("user_ticker_follows_order_check", "\"order\" >= 0");
                table.ForeignKey(
                    "user_ticker_follows_user_id_fkey", follow => follow.user_id, "users", "id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    "user_ticker_follows_ticker_fkey", follow => follow.ticker, "ticker", "symbol", onDelete: ReferentialAction.Restrict);
            });
}
