using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Schema.Migrations;

/// <summary>
/// Every old account becomes a person, several accounts of one address become one. Nothing leaves <c>users_old</c>, so Down
/// has the accounts as they were; it writes into them what changed since and remembers the people for the next Up.
/// </summary>
[DbContext(typeof(SchemaContext))]
[Migration("20261120100500_QueuePeople")]
public sealed partial class QueuePeople : Migration
{
    const string Lock = """
        lock table users_old, users, user_external_ids, user_profiles, queue_members, roles, user_roles, tickets
            in access exclusive mode;
        """;

    const string IsOfTheQueue = "exists (select from queue_account a where a.user_id = t.user_id)";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Lock);
        migrationBuilder.Sql(PeopleFromAccounts);
        migrationBuilder.Sql(KnownAccounts);
        migrationBuilder.Restore("queue_people", "users", "exists (select from queue_account a where a.user_id = t.id)");
        migrationBuilder.Sql(NewAccounts);
        migrationBuilder.Sql(People);
        RestoreWhatBelongsToThem(migrationBuilder);
        migrationBuilder.Sql(Changes);
        migrationBuilder.Sql(RefuseSharedAddresses);
        migrationBuilder.Sql(ApplyChanges);
        migrationBuilder.Sql(ApplyRoles);
        migrationBuilder.Sql(ForgetKnownAccounts);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Lock);
        migrationBuilder.Sql(PeopleFromAccounts);
        migrationBuilder.Sql(AccountsOfPeople);
        migrationBuilder.Sql(ChangesSinceUp);
        migrationBuilder.Sql(RefuseAmbiguousChanges);
        migrationBuilder.Sql(WriteBack);
        RememberPeople(migrationBuilder);
        migrationBuilder.Sql(RemovePeople);
    }

    static void RestoreWhatBelongsToThem(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Restore("queue_people", "user_external_ids", IsOfTheQueue);
        migrationBuilder.Restore("queue_people", "user_profiles", IsOfTheQueue);
        migrationBuilder.Restore("queue_people", "roles");
        migrationBuilder.Restore("queue_people", "user_roles", $"{IsOfTheQueue} and exists (select from roles r where r.id = t.role_id)");
        migrationBuilder.Sql("""
            set constraints all immediate;
            alter table queue_members drop constraint queue_members_current_ticket_id_fkey;
            """);
        migrationBuilder.Restore("queue_people", "queue_members", IsOfTheQueue);
        migrationBuilder.Sql("""
            update queue_members m set current_ticket_id = null
            where m.current_ticket_id is not null and not exists (select from tickets t where t.id = m.current_ticket_id);

            set constraints all immediate;
            alter table queue_members add constraint queue_members_current_ticket_id_fkey
                foreign key (current_ticket_id) references tickets (id) on delete set null;
            """);
    }

    static void RememberPeople(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Remember("queue_people", "users", "t.id::text", "exists (select from queue_account a where a.user_id = t.id)");
        migrationBuilder.Remember(
            "queue_people", "user_external_ids", "jsonb_build_array(t.system, t.entity, t.external_id)::text", IsOfTheQueue);
        migrationBuilder.Remember("queue_people", "user_profiles", "t.user_id::text", IsOfTheQueue);
        migrationBuilder.Remember("queue_people", "queue_members", "t.user_id::text", IsOfTheQueue);
        migrationBuilder.Remember(
            "queue_people", "user_roles", "t.user_id || '/' || t.role_id || '/' || t.scope_type || '/' || t.scope_key", IsOfTheQueue);
    }
}
