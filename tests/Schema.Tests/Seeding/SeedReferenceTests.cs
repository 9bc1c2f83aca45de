using Schema.Seeding;
using Schema.Tests.Cli;
using Schema.Tests.Migrations;
using SchemaProgram = Schema.Tests.Cli.SchemaProgram;

namespace Schema.Tests.Seeding;

public class SeedReferenceTests
{
    const string Later =
        "Not there yet: grade_systems, grades, curriculums, class_levels, classes, subject_categories, subjects; run this again when a migration has made them.";

    [Fact]
    public async Task It_adds_what_is_missing_and_a_second_run_writes_nothing_at_all()
    {
        await using var database = await Databases.At("MarketRules");

        (await SchemaProgram.On(database, "seed", "reference")).Is(
            0,
            $"""
            table               added  unchanged  put back  left  not ours
            permission_modules  6      0          0         0     0
            permissions         12     0          0         0     0
            roles               7      3          0         0     0
            {Later}
            {database.Name()}: reference data: 25 rows added, 0 put back.
            """,
            "");
        Assert.Equal(
            ["manage_academics|Manage Academic Data|academics|Academic Management|account", "view_billing|View Billing|billing|Billing & Fees|account"],
            await database.Rows("""
                select p.name, p.alias, m.name, m.alias, scope from permissions p join permission_modules m on m.id = module_id
                where p.name in ('view_billing', 'manage_academics') order by 1
                """));
        Assert.Equal(
            ["seeded|seed reference|reference data: 25 rows added, 0 put back"],
            await database.Rows("select event, subject, detail->>'message' from ledger.line order by id desc limit 1"));

        await database.WriteNothingMore();
        (await SchemaProgram.On(database, "seed", "reference")).Is(
            0,
            $"""
            table               added  unchanged  put back  left  not ours
            permission_modules  0      6          0         0     0
            permissions         0      12         0         0     0
            roles               0      10         0         0     0
            {Later}
            {database.Name()}: the reference data is there already; nothing to do.
            """,
            "");
    }

    [Fact]
    public async Task What_a_person_renamed_or_added_stays_and_is_told_until_it_is_put_back()
    {
        await using var database = await Databases.At("MarketRules");
        await database.Execute("""
            insert into permission_modules (id, name, alias) values ('00000000-0000-4000-8000-000000000001', 'attendance', 'Attendance Management');
            """);
        await SchemaProgram.On(database, "seed", "reference");
        await database.Execute("""
            insert into roles (id, name) values ('00000000-0000-4000-8000-000000000002', 'judge');
            update permissions set name = 'read_billing', alias = null where name = 'view_billing';
            """);
        string[] remarks =
        [
            "permission_modules: attendance is there under the id 00000000-0000-4000-8000-000000000001; left as it is",
            "permissions: view_billing was changed: name is 'read_billing', delivered is 'view_billing', alias is NULL, delivered is 'View Billing'; left as it is",
            "roles: not ours, left as they are: judge",
        ];

        var left = await SchemaProgram.On(database, "seed", "reference");
        var restored = await SchemaProgram.On(database, "seed", "reference", "--reset");

        Assert.Equal([.. remarks, Later, $"{database.Name()}: the reference data is there already; nothing to do.", ""], left.Output.Split('\n')[4..]);
        Assert.Equal([remarks[0], remarks[2], Later, $"{database.Name()}: reference data: 0 rows added, 1 put back.", ""], restored.Output.Split('\n')[4..]);
        Assert.Equal(
            ["view_attendance|View Attendance|00000000-0000-4000-8000-000000000001", "view_billing|View Billing|∅"],
            await database.Rows("""
                select name, alias, case name when 'view_attendance' then module_id end
                from permissions where name in ('view_attendance', 'view_billing') order by 1
                """));
    }

    [Fact]
    public async Task Names_that_delivered_rows_exchanged_are_put_back_and_one_that_another_row_took_is_not()
    {
        await using var database = await Databases.At("MarketRules");
        await SchemaProgram.On(database, "seed", "reference");
        await database.Execute("""
            update roles set name = 'pupil' where name = 'student';
            insert into roles (id, name) values ('00000000-0000-4000-8000-000000000002', 'student');
            update roles set name = case name when 'parent' then '?' when 'staff' then 'parent' else name end;
            update roles set name = 'staff' where name = '?';
            """);

        var said = await SchemaProgram.On(database, "seed", "reference", "--reset");

        Assert.Equal(0, said.ExitCode);
        Assert.Contains(
            "\nroles: student was changed: name is 'pupil', delivered is 'student'; the row 00000000-0000-4000-8000-000000000002 is called so now; left as it is\n", said.Output);
        Assert.Contains("\nroles               0      7          2         1     1\n", said.Output);
        Assert.Equal(
            [$"{NamedId.Of("schema", "role", "parent")}|parent", $"{NamedId.Of("schema", "role", "staff")}|staff"],
            await database.Rows("select id, name from roles where name in ('parent', 'staff') order by name"));
    }

    [Fact]
    public async Task A_database_that_is_not_migrated_is_left_without_a_trace()
    {
        await using var database = await TestDatabase.Empty();

        (await SchemaProgram.On(database, "seed", "reference")).Is(
            2, "", $"{database.Name().Split('/')[1]} has no table permission_modules, permissions, roles: it is not migrated that far.\n  schema up");
        Assert.Null(await database.Scalar<string>("select to_regclass('ledger.about')::text"));
    }

    [Fact]
    public async Task The_seed_and_the_migration_deliver_the_same_rows()
    {
        await using var database = await Databases.At("Schools");
        string[] tables = ["grade_systems", "grades", "curriculums", "class_levels", "classes", "subject_categories", "subjects", "roles"];
        var migrated = await Rows(database, tables);

        var found = await SchemaProgram.On(database, "seed", "reference");
        Assert.Equal(
            $"""
            table               added  unchanged  put back  left  not ours
            permission_modules  6      0          0         0     0
            permissions         12     0          0         0     0
            roles               0      10         0         0     0
            grade_systems       0      2          0         0     0
            grades              0      19         0         0     0
            curriculums         0      3          0         0     0
            class_levels        0      5          0         0     0
            classes             0      14         0         0     0
            subject_categories  0      4          0         0     0
            subjects            0      17         0         0     0
            {database.Name()}: reference data: 18 rows added, 0 put back.

            """.ReplaceLineEndings("\n"),
            found.Output);

        await database.Execute($"delete from subjects; truncate {string.Join(", ", tables[..^1])} cascade; delete from roles");
        Assert.Equal(0, (await SchemaProgram.On(database, "seed", "reference")).ExitCode);
        Assert.Equal(migrated, await Rows(database, tables));
    }

    [Fact]
    public async Task A_school_may_call_its_own_grade_system_as_a_delivered_one()
    {
        await using var database = await Databases.At("Schools");
        await database.Execute("""
            insert into schools (id, name, level_id, curriculum_id) select '00000000-0000-4000-8000-000000000003', 'School', l.id, l.curriculum_id from class_levels l limit 1;
            insert into grade_systems (name, grade_type, school_id) values ('Percentage System', 'numeric', '00000000-0000-4000-8000-000000000003');
            """);

        var said = await SchemaProgram.On(database, "seed", "reference", "--reset");

        Assert.Contains("\ngrade_systems       0      2          0         0     1\n", said.Output);
        Assert.Contains("\ngrade_systems: not ours, left as they are: Percentage System\n", said.Output);
    }

    [Theory]
    [InlineData("permission_modules", "attendance", "permission_module", "attendance")]
    [InlineData("roles", "teacher", "role", "teacher")]
    [InlineData("grades", "B+", "grade", "Kenya 8-4-4 Standard/B+")]
    [InlineData("class_levels", "NURSERY", "class_level", "kenya_8_4_4/NURSERY")]
    [InlineData("classes", "Grade 10", "class", "kenya_8_4_4/Grade 10")]
    [InlineData("subjects", "Kiswahili", "subject", "kenya_8_4_4/Kiswahili")]
    public void Ids_are_named_by_what_stands_above_a_row(string table, string row, string entity, string key) =>
        Assert.Equal(
            NamedId.Of("schema", entity, key).ToString(),
            (string?)ReferenceData.Tables.Single(known => known.Name == table).Rows.Single(known => (string?)known["name"] == row)["id"]);

    [Fact]
    public void There_are_as_many_rows_as_the_old_setup_made() =>
        Assert.Equal(
            "permission_modules 6, permissions 12, roles 10, grade_systems 2, grades 19, curriculums 3, class_levels 5, classes 14, subject_categories 4, subjects 17",
            string.Join(", ", ReferenceData.Tables.Select(table => $"{table.Name} {table.Rows.Select(row => (string?)row["id"]).Distinct().Count()}")));

    static async Task<string[]> Rows(TestDatabase database, string[] tables)
    {
        var rows = new List<string>();
        foreach (var table in tables)
            rows.AddRange(await database.Rows($"select '{table}', to_jsonb(t) - 'created_at' - 'updated_at' from {table} t order by 2"));

        return [.. rows];
    }
}
