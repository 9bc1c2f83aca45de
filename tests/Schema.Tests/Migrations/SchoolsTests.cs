namespace Schema.Tests.Migrations;

public class SchoolsTests
{
    const string Rows = """
        update users set phone_raw = '0700', password_must_change = true, email_generated = email is not null;
        insert into schools (id, name, code, level_id, curriculum_id)
            select '00000000-0000-0000-0000-0000000000bb', 'Mwangaza', 'MWA', l.id, l.curriculum_id from class_levels l where name = 'NURSERY';
        insert into teachers (user_id, school_id, subjects)
            select id, '00000000-0000-0000-0000-0000000000bb', '{Music,"a,b"}' from users;
        insert into user_roles (user_id, role_id, scope_type, scope_key)
            select u.id, r.id, 'school', '00000000-0000-0000-0000-0000000000bb' from users u, roles r where r.name = 'teacher';
        insert into grade_systems (name, grade_type, school_id) values ('Own', 'letter', '00000000-0000-0000-0000-0000000000bb');
        delete from subjects where name = 'Music';
        update grades set remark = 'So so' where name = 'C';
        """;

    [Fact]
    public async Task Down_then_up_brings_back_people_schools_and_changed_reference_rows()
    {
        await using var database = await Migrated.At("ImportTimetable");
        var before = await DatabaseDump.Of(database);
        await database.To("Schools");
        await database.Execute(Rows);
        var lived = await DatabaseDump.Of(database);

        await database.To("ImportTimetable");
        Assert.Equal(before, await DatabaseDump.Of(database));
        await database.To("Schools");

        Assert.Equal(lived, await DatabaseDump.Of(database));
    }

    [Fact]
    public async Task A_teacher_whose_user_went_meanwhile_stays_remembered()
    {
        await using var database = await Migrated.EmptyAt("Schools");
        await database.Execute("insert into users (first_name) values ('Achieng'), ('Otieno')");
        await database.Execute(Rows);

        await database.To("ImportTimetable");
        await database.Execute("delete from users where first_name = 'Achieng'");
        await database.To("Schools");

        Assert.Equal(["Otieno"], await database.Rows("select first_name from teachers join users u on u.id = user_id"));
        Assert.Equal(["schools.teachers", "schools.user_roles", "schools.users"], await database.Rows("select subject from ledger.remembered where subject like 'schools.%' and subject not in ('schools.rows', 'schools.made_role') order by 1"));
    }

    [Fact]
    public async Task A_role_of_that_name_that_was_here_stays_when_the_migration_goes()
    {
        await using var database = await Migrated.EmptyAt("ImportTimetable");
        await database.Execute("insert into roles (id, name) values ('00000000-0000-0000-0000-000000000001', 'teacher')");
        var dump = await DatabaseDump.Of(database);

        await database.To("Schools");
        Assert.Equal(["00000000-0000-0000-0000-000000000001"], await database.Rows("select id from roles where name = 'teacher'"));
        await database.To("ImportTimetable");

        Assert.Equal(dump, await DatabaseDump.Of(database));
    }

    [Theory]
    [InlineData("role", "select name, id from roles where name in ('school_admin', 'teacher', 'parent', 'student', 'staff', 'recess_admin', 'recess_staff')", 7)]
    [InlineData("grade_system", "select name, id from grade_systems", 2)]
    [InlineData("grade", "select s.name || '/' || g.name, g.id from grades g join grade_systems s on s.id = grade_system_id", 19)]
    [InlineData("curriculum", "select name, id from curriculums", 3)]
    [InlineData("class_level", "select c.name || '/' || l.name, l.id from class_levels l join curriculums c on c.id = curriculum_id", 5)]
    [InlineData("class", "select c.name || '/' || l.name, l.id from classes l join curriculums c on c.id = curriculum_id", 14)]
    [InlineData("subject_category", "select name, id from subject_categories", 4)]
    [InlineData("subject", "select c.name || '/' || s.name, s.id from subjects s join curriculums c on c.id = curriculum_id", 17)]
    public async Task Reference_rows_are_named_by_what_they_are(string entity, string named, int count)
    {
        await using var database = await Migrated.EmptyAt("Schools");

        var rows = (await database.Rows(named)).Select(row => row.Split('|')).ToArray();

        Assert.Equal(count, rows.Length);
        Assert.All(rows, row => Assert.Equal(NamedId.Of("schema", entity, row[0]).ToString(), row[1]));
    }

    [Theory]
    [InlineData("insert into teachers (user_id, school_id, gender) select u.id, s.id, 'M' from users u, schools s limit 1", "teachers_gender_check")]
    [InlineData("update schools set type = 'PRIVATE'", "schools_type_check")]
    [InlineData("update schools set is_deleted = true", "schools_deleted_check")]
    [InlineData("insert into schools (name, code, level_id, curriculum_id) select name, code, level_id, curriculum_id from schools", "schools_code_key")]
    [InlineData("update users set email = null where email_generated", "users_email_generated_check")]
    [InlineData("delete from users where first_name = 'Achieng'", "teachers_user_id_fkey")]
    public async Task The_database_refuses(string statement, string constraint)
    {
        await using var database = await Migrated.EmptyAt("Schools");
        await database.Execute("insert into users (first_name, email) values ('Achieng', 'achieng@example.org')");
        await database.Execute(Rows);

        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => database.Execute(statement));
        Assert.Equal(constraint, refused.ConstraintName);
    }
}
