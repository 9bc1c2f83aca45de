using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Schema.Migrations;

/// <summary>The queue's accounts step aside as <c>users_old</c>; <c>users</c> are people from now on.</summary>
[DbContext(typeof(SchemaContext))]
[Migration("20261120100300_CentralUsers")]
public sealed partial class CentralUsers : Migration
{
    const string HasItsAccount = """
        exists (
            select from ledger.remembered a join users_old o on o.id::text = a.key
            where a.subject = 'qstack.user' and a.value ->> 'user_id' = t.id::text)
        """;

    const string HasItsUser = "exists (select from users u where u.id = t.user_id)";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.RefuseMarketUsers();
        migrationBuilder.Sql("""
            lock table users, tickets, chatrooms in access exclusive mode;

            alter table users rename to users_old;
            alter table users_old rename constraint users_pkey to users_old_pkey;
            alter table users_old rename constraint users_ticket_id_fkey to users_old_ticket_id_fkey;
            alter sequence users_id_seq rename to users_old_id_seq;
            create index users_old_ticket_id_idx on users_old (ticket_id);
            """);

        CreateUsers(migrationBuilder);
        CreateUserExternalIds(migrationBuilder);
        CreateUserProfiles(migrationBuilder);
        CreateQueueMembers(migrationBuilder);
        RestorePeople(migrationBuilder);

        migrationBuilder.AddForeignKey(
            "queue_members_current_ticket_id_fkey", "queue_members", "current_ticket_id", "tickets",
            principalColumn: "id", onDelete: ReferentialAction.SetNull);
    }

    // People who never were in the queue get an account in it, so that nobody is dropped with the table.
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            lock table users_old, users, user_external_ids, user_profiles, queue_members, tickets, chatrooms in access exclusive mode;

            create temporary table person_without_account as
            select u.id as user_id, coalesce(had.role, 'hacker') as role
            from users u
            left join lateral (
                select known.name as role
                from (values
                    (1, 'admin', 'e5b70824-e5c5-8841-812a-7c043052627b'),
                    (2, 'mentor', 'c86e8c0d-9153-8381-87a1-8c1b662ce52f')) known (rank, name, id)
                join ledger.remembered r on r.subject = 'roles_and_permissions.user_roles'
                    and r.key = u.id || '/' || known.id || '/global/'
                order by known.rank
                limit 1
            ) had on true
            where not exists (
                select from ledger.remembered a join users_old o on o.id::text = a.key
                where a.subject = 'qstack.user' and a.value ->> 'user_id' = u.id::text);
            """);
        migrationBuilder.GiveAccounts();
        RememberPeople(migrationBuilder);

        migrationBuilder.Sql("""
            set constraints all immediate;
            drop table queue_members, user_profiles, user_external_ids, users;

            drop index users_old_ticket_id_idx;
            alter sequence users_old_id_seq rename to users_id_seq;
            alter table users_old rename constraint users_old_ticket_id_fkey to users_ticket_id_fkey;
            alter table users_old rename constraint users_old_pkey to users_pkey;
            alter table users_old rename to users;
            """);
    }

    // Who lost his account while the older program ran was deleted there, and stays away.
    static void RestorePeople(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Restore("central_users", "users", HasItsAccount);
        migrationBuilder.Restore("central_users", "user_external_ids", HasItsUser);
        migrationBuilder.Restore("central_users", "user_profiles", HasItsUser);
        migrationBuilder.Restore("central_users", "queue_members", HasItsUser);
        migrationBuilder.Sql("""
            update queue_members m set current_ticket_id = null
            where m.current_ticket_id is not null and not exists (select from tickets t where t.id = m.current_ticket_id);

            set constraints all immediate;
            """);
    }

    static void RememberPeople(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Remember("central_users", "users", "t.id::text");
        migrationBuilder.Remember("central_users", "user_external_ids", "jsonb_build_array(t.system, t.entity, t.external_id)::text");
        migrationBuilder.Remember("central_users", "user_profiles", "t.user_id::text");
        migrationBuilder.Remember("central_users", "queue_members", "t.user_id::text");
    }
}
