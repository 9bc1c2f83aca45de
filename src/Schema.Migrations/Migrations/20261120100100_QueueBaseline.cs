using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Schema.Migrations;

/// <summary>The help queue's tables exactly as its own program left them, so that a real database can be stamped with this.</summary>
// Attributes stand here because only the newest migration has a Designer file: `dotnet ef migrations remove` needs that
// one's model, nobody needs the models of the older ones.
[DbContext(typeof(SchemaContext))]
[Migration("20261120100100_QueueBaseline")]
public sealed class QueueBaseline : Migration
{
    const string SerialKey = "Npgsql:ValueGenerationStrategy";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.RefuseMarketUsers();
        foreach (var table in new[] { "users", "tickets", "chatrooms" })
            migrationBuilder.RefuseFound(table, "QueueBaseline");

        CreateUsers(migrationBuilder);
        CreateTickets(migrationBuilder);
        CreateChatrooms(migrationBuilder);
        RestoreRows(migrationBuilder);

        migrationBuilder.AddForeignKey(
            "users_ticket_id_fkey", "users", "ticket_id", "tickets", principalColumn: "id", onDelete: ReferentialAction.SetNull);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            lock table users, tickets, chatrooms in access exclusive mode;

            insert into ledger.remembered (subject, key, value)
            select 'queue_baseline.sequence', s.name, jsonb_build_object('last_value', s.last_value, 'is_called', s.is_called)
            from (
                select 'users_id_seq' as name, last_value, is_called from users_id_seq
                union all select 'tickets_id_seq', last_value, is_called from tickets_id_seq
                union all select 'chatrooms_id_seq', last_value, is_called from chatrooms_id_seq
            ) s
            on conflict (subject, key) do update set value = excluded.value;
            """);
        migrationBuilder.Remember("queue_baseline", "users", "t.id::text");
        migrationBuilder.Remember("queue_baseline", "tickets", "t.id::text");
        migrationBuilder.Remember("queue_baseline", "chatrooms", "t.id::text");
        migrationBuilder.DropForeignKey("users_ticket_id_fkey", "users");
        migrationBuilder.DropTable("chatrooms");
        migrationBuilder.DropTable("tickets");
        migrationBuilder.DropTable("users");
    }

    // setval outlives a rollback, but not on a sequence that the same rollback removes.
    static void RestoreRows(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Restore("queue_baseline", "users");
        migrationBuilder.Restore("queue_baseline", "tickets");
        migrationBuilder.Restore("queue_baseline", "chatrooms");
        migrationBuilder.Sql("""
            do $sequences$
            begin
                perform setval(key::regclass, (value ->> 'last_value')::bigint, (value ->> 'is_called')::boolean)
                from ledger.remembered where subject = 'queue_baseline.sequence';
            end $sequences$;

            delete from ledger.remembered where subject = 'queue_baseline.sequence';
            """);
    }

    static void CreateUsers(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            name: "users",
            columns: table => new
            {
                id = table.Column<int>("integer").Annotation(SerialKey, NpgsqlValueGenerationStrategy.SerialColumn),
                name = table.Column<string>("text"),
                email = table.Column<string>("text"),
                role = table.Column<string>("text"),
                location = table.Column<string>("text"),
                zoomlink = table.Column<string>("text"),
                discord = table.Column<string>("text"),
                resolved_tickets = table.Column<int>("integer", nullable: true),
                ratings = table.Column<decimal[]>("numeric(2,1)[]", nullable: true),
                reviews = table.Column<string[]>("text[]"),
                ticket_id = table.Column<int>("integer", nullable: true),
            },
            constraints: table => table.PrimaryKey("users_pkey", user => user.id));

    static void CreateTickets(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            name: "tickets",
            columns: table => new
            {
                id = table.Column<int>("integer").Annotation(SerialKey, NpgsqlValueGenerationStrategy.SerialColumn),
                creator_id = table.Column<int>("integer", nullable: true),
                claimant_id = table.Column<int>("integer", nullable: true),
                question = table.Column<string>("text"),
                content = table.Column<string>("text"),
                location = table.Column<string>("text"),
                tags = table.Column<string[]>("text[]"),
                images = table.Column<string[]>("text[]"),
                active = table.Column<bool>("boolean"),
                status = table.Column<string>("varchar", nullable: true),
                createdAt = table.Column<DateTime>("timestamp without time zone"),
                claimedAt = table.Column<DateTime>("timestamp without time zone", nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("tickets_pkey", ticket => ticket.id);
                table.ForeignKey("tickets_creator_id_fkey", ticket => ticket.creator_id, "users", "id");
                table.ForeignKey("tickets_claimant_id_fkey", ticket => ticket.claimant_id, "users", "id");
            });

    static void CreateChatrooms(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            name: "chatrooms",
            columns: table => new
            {
                id = table.Column<int>("integer").Annotation(SerialKey, NpgsqlValueGenerationStrategy.SerialColumn),
                creator_id = table.Column<int>("integer", nullable: true),
                claimant_id = table.Column<int>("integer", nullable: true),
                code = table.Column<string>("varchar", nullable: true),
                active = table.Column<bool>("boolean"),
                status = table.Column<string>("varchar", nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("chatrooms_pkey", room => room.id);
                table.ForeignKey("chatrooms_creator_id_fkey", room => room.creator_id, "users", "id");
                table.ForeignKey("chatrooms_claimant_id_fkey", room => room.claimant_id, "users", "id");
            });
}
