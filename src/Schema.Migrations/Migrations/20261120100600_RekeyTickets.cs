using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Schema.Migrations;

/// <summary>Tickets and chatrooms belong to people instead of accounts; columns change their type where they stand.</summary>
[DbContext(typeof(SchemaContext))]
[Migration("20261120100600_RekeyTickets")]
public sealed partial class RekeyTickets : Migration
{
    const string Lock = """
        lock table users_old, users, user_external_ids, user_profiles, queue_members, roles, user_roles, tickets, chatrooms
            in access exclusive mode;
        """;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Lock);
        migrationBuilder.Sql(PeopleOfAccounts);
        migrationBuilder.Sql(RememberWhichAccount);
        migrationBuilder.Sql(ToPeople);
        migrationBuilder.CreateIndex("tickets_creator_id_idx", "tickets", "creator_id");
        migrationBuilder.CreateIndex("tickets_claimant_id_idx", "tickets", "claimant_id");
        migrationBuilder.CreateIndex("chatrooms_creator_id_idx", "chatrooms", "creator_id");
        migrationBuilder.CreateIndex("chatrooms_claimant_id_idx", "chatrooms", "claimant_id");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Lock);
        migrationBuilder.Sql(PeopleWithoutAccount);
        migrationBuilder.GiveAccounts();
        migrationBuilder.DropIndex("tickets_creator_id_idx", "tickets");
        migrationBuilder.DropIndex("tickets_claimant_id_idx", "tickets");
        migrationBuilder.DropIndex("chatrooms_creator_id_idx", "chatrooms");
        migrationBuilder.DropIndex("chatrooms_claimant_id_idx", "chatrooms");
        migrationBuilder.Sql(ToAccounts);
    }
}
