using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Schema.Migrations;

/// <summary>The market's table of symbols as its own program left it.</summary>
[DbContext(typeof(SchemaContext))]
[Migration("20261120100200_MarketBaseline")]
public sealed class MarketBaseline : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.RefuseFound("ticker", "MarketBaseline");
        migrationBuilder.CreateTable(
            name: "ticker",
            columns: table => new
            {
                symbol = table.Column<string>("varchar"),
                name = table.Column<string>("varchar"),
                aliases = table.Column<string>("jsonb"),
                exchange = table.Column<string>("varchar(50)", nullable: true),
                sources = table.Column<string>("jsonb"),
                is_sp500 = table.Column<bool>("boolean"),
                cik = table.Column<string>("varchar(20)", nullable: true),
            },
            constraints: table => table.PrimaryKey("ticker_pkey", ticker => ticker.symbol));
        migrationBuilder.CreateIndex("ticker_exchange_idx", "ticker", "exchange");
        migrationBuilder.CreateIndex("ticker_is_sp500_idx", "ticker", "is_sp500");
        migrationBuilder.CreateIndex("ticker_cik_idx", "ticker", "cik");
        migrationBuilder.Restore("market_baseline", "ticker");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("lock table ticker in access exclusive mode;");
        migrationBuilder.Remember("market_baseline", "ticker", "t.symbol");
        migrationBuilder.DropTable("ticker");
    }
}
