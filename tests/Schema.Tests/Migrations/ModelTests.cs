using Microsoft.EntityFrameworkCore;

namespace Schema.Tests.Migrations;

public class ModelTests
{
    const string Columns = """
        select table_name, column_name, udt_name, character_maximum_length, numeric_precision, is_nullable, column_default
        from information_schema.columns
        where table_schema = 'public' and table_name <> '__EFMigrationsHistory' and table_name !~ '^timetables_'
        """;

    const string Constraints = """
        select conrelid::regclass, conname, pg_get_constraintdef(oid)
        from pg_constraint
        where connamespace = 'public'::regnamespace and contype <> 'n' and conrelid::regclass::text !~ '^timetables_'
            and conname <> 'user_ticker_follows_user_id_order_key'
            and conrelid <> coalesce(to_regclass('"__EFMigrationsHistory"'), 0)
        """;

    // The timetable's tables come later, and are Django's to the letter: TimetablesMigrationTests hold them.
    // EF Core has no indexes on expressions and no deferrable keys: these live in the migrations alone.
    const string Indexes = """
        select indexdef from pg_indexes
        where schemaname = 'public' and tablename !~ '^timetables_'
            and indexname not in ('users_email_key', 'user_profiles_display_name_key', 'schools_email_key', 'user_ticker_follows_user_id_order_key', 'PK___EFMigrationsHistory')
        """;

    [Theory]
    [InlineData(Columns)]
    [InlineData(Constraints)]
    [InlineData(Indexes)]
    public async Task The_migrations_build_what_the_model_says(string catalogue)
    {
        await using var migrated = await Migrated.EmptyAt("Schools");
        await using var modelled = await TestDatabase.Empty();
        await modelled.Execute("create sequence tickets_id_seq; create sequence chatrooms_id_seq;");
        foreach (var table in new[] { "thing", "eventsource", "event", "eventsourcetag", "eventtag", "thingtag", "thinglock" })
            await modelled.Execute($"create sequence timetables_{table}_id_seq");

        await using var context = Migrated.Context(modelled.ConnectionString);
        await modelled.Execute(context.Database.GenerateCreateScript());

        var built = await migrated.Rows(catalogue);

        Assert.True(built.Length > 10);
        Assert.Equal((await modelled.Rows(catalogue)).Order(), built.Order());
    }

    [Fact]
    public async Task Every_foreign_key_has_an_index_that_begins_with_it()
    {
        await using var database = await Migrated.EmptyAt("Schools");

        Assert.Empty(await database.Rows("""
            select conrelid::regclass, conname from pg_constraint k
            where contype = 'f' and conrelid::regclass::text !~ '^timetables_' and not exists (
                select from pg_index i
                where i.indrelid = k.conrelid and i.indpred is null
                    and (i.indkey::smallint[])[0:cardinality(k.conkey) - 1] @> k.conkey)
            """));
    }

    [Fact]
    public async Task Every_foreign_key_says_what_a_deletion_does()
    {
        await using var database = await Migrated.EmptyAt("Schools");

        Assert.Equal(
            [
                "academic_years|academic_years_school_id_fkey|r",
                "archive.users_old|users_old_ticket_id_fkey|n",
                "chatrooms|chatrooms_claimant_id_fkey|r",
                "chatrooms|chatrooms_creator_id_fkey|r",
                "class_levels|class_levels_curriculum_id_fkey|r",
                "classes|classes_curriculum_id_fkey|r",
                "classes|classes_level_id_fkey|r",
                "curriculums|curriculums_grade_system_id_fkey|r",
                "grade_systems|grade_systems_school_id_fkey|r",
                "grades|grades_grade_system_id_fkey|c",
                "parents|parents_school_id_fkey|r",
                "parents|parents_user_id_fkey|r",
                "permissions|permissions_module_id_fkey|r",
                "queue_members|queue_members_current_ticket_id_fkey|n",
                "queue_members|queue_members_user_id_fkey|r",
                "role_permissions|role_permissions_permission_id_fkey|c",
                "role_permissions|role_permissions_role_id_fkey|c",
                "school_admins|school_admins_school_id_fkey|r",
                "school_admins|school_admins_user_id_fkey|r",
                "school_classes|school_classes_academic_year_id_fkey|r",
                "school_classes|school_classes_class_id_fkey|r",
                "school_classes|school_classes_school_id_fkey|r",
                "schools|schools_curriculum_id_fkey|r",
                "schools|schools_grade_system_id_fkey|r",
                "schools|schools_level_id_fkey|r",
                "student_parents|student_parents_parent_id_fkey|r",
                "student_parents|student_parents_student_id_fkey|r",
                "students|students_school_class_id_fkey|r",
                "students|students_school_id_fkey|r",
                "students|students_user_id_fkey|r",
                "subjects|subjects_category_id_fkey|r",
                "subjects|subjects_curriculum_id_fkey|r",
                "teachers|teachers_school_id_fkey|r",
                "teachers|teachers_user_id_fkey|r",
                "tickets|tickets_claimant_id_fkey|r",
                "tickets|tickets_creator_id_fkey|r",
                "user_external_ids|user_external_ids_user_id_fkey|c",
                "user_notification_channels|user_notification_channels_user_id_fkey|c",
                "user_profiles|user_profiles_user_id_fkey|c",
                "user_roles|user_roles_role_id_fkey|r",
                "user_roles|user_roles_user_id_fkey|c",
                "user_ticker_follows|user_ticker_follows_ticker_fkey|r",
                "user_ticker_follows|user_ticker_follows_user_id_fkey|c",
            ],
            await database.Rows("select conrelid::regclass::text, conname, confdeltype from pg_constraint where contype = 'f' and conrelid::regclass::text !~ '^timetables_' order by 1, 2"));
    }

    [Fact]
    public async Task Entities_are_read_and_written_with_NULLs_in_their_arrays()
    {
        await using var database = await Migrated.Lived();
        await database.To("Schools");
        await using (var context = Migrated.Context(database.ConnectionString))
        {
            var zoe = await context.QueueMembers.Include(member => member.User).SingleAsync(member => member.User!.Email == "zoe@example.org");
            Assert.Equal(new decimal?[] { 4.5m, null }, zoe.Ratings);
            Assert.Equal(new[] { null, "NULL" }, zoe.Reviews.AsEnumerable());

            context.Add(new User { Email = "new@example.org", IsActive = false, QueueMember = new QueueMember { Ratings = [null, 1.5m] } });
            context.Add(new Ticket { Id = 90, Question = "q", Content = "c", Location = "l", Tags = [null, "t"], Active = false });
            await context.SaveChangesAsync();
        }

        Assert.Equal(
            ["f|in person|{NULL,1.5}|{}"],
            await database.Rows("select is_active, location, ratings, reviews from users join queue_members on user_id = id where email = 'new@example.org'"));
        Assert.Equal(["f|{NULL,t}|t"], await database.Rows("select active, tags, created_at is not null from tickets where question = 'q'"));
    }
}
