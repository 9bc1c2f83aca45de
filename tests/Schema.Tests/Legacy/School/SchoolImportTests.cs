namespace Schema.Tests.Legacy.School;

public class SchoolImportTests
{
    [Fact]
    public async Task Everybody_becomes_a_user_and_an_original_address_stays_with_its_first_holder()
    {
        await using var target = await SchoolRuns.Empty();
        await using var v1 = await V1.Nasty();

        var report = await target.Up(v1.ConnectionString);

        Assert.Equal(
            [
                "parent:p1|Ann|∅|Kamau|ann+parent1@X.example|∅|254712345678|t|f",
                "parent:p2|∅|∅|∅|∅|+254700000001|∅|t|f",
                "parent:p3|Baba|∅|∅|∅|+254700000002|∅|t|f",
                "parent:p4|Dead|∅|Parent|dead@x.example|+254700000003|∅|f|t",
                "parent:p5|Nakato|∅|N|nakato@gmail.com|+256772000005|∅|t|f",
                "recess_user:r1|Grace|Wambui|Mutua|grace@recess.example|+254799000002|∅|t|f",
                "recess_user:r2|Old|∅|∅|old@recess.example|+254799000003|∅|f|f",
                "school_admin:s1|Upendo|∅|Admin|Upendo@Example.org|∅|∅|t|f",
                "school_admin:s2|Mwangaza|∅|Admin|office@mwangaza.example|∅|∅|t|f",
                "staff:f1|Bursar|∅|B|∅|+254799000001|∅|t|f",
                "student:c1|Kid|∅|One|∅|∅|∅|t|f",
                "student:c2|Kid|∅|Two|∅|∅|∅|t|f",
                "student:c3|Kid|∅|Three|∅|∅|∅|t|f",
                "student:c4|Gone|∅|Kid|∅|∅|∅|f|t",
                "teacher:t1|Ann|∅|Kamau|ann@x.example|+254712345678|∅|t|f",
                "teacher:t2|Otieno|Ouma|Okello|ANN+teacher2@x.example|∅|+254-712-345-678|f|f",
                "teacher:t3|Gone|∅|Teacher|Ann@X.example|+254712345670|∅|f|t",
                "teacher:t4|Wanjiku|∅|Njoroge|ann+teacher1@x.example|∅|12|t|f",
            ],
            await target.People());
        Assert.Equal(
            [
                "has an e-mail of another, and gets another one: person teacher t2, value ANN@x.example, held_by teacher t1, becomes ANN+teacher2@x.example",
                "has an e-mail of another, and gets another one: person parent p1, value ann@X.example, held_by teacher t1, becomes ann+parent1@X.example",
                "has an e-mail of another, and goes without: person parent p3, value ann@x.example, held_by teacher t1",
                "has a telephone number of another, kept as a note: person teacher t2, value +254712345678, held_by teacher t1",
                "has a telephone number of another, kept as a note: person parent p1, value +254712345678, held_by teacher t1",
                "has a code or an e-mail of another school: school s3, code KAMJUN0505, email upendo+schools3@example.org",
                "deleted in V1 and brought as deleted: entity parent, rows 1",
                "deleted in V1 and brought as deleted: entity student, rows 1",
                "deleted in V1 and brought as deleted: entity teacher, rows 1",
                "school without a code, which is made of its name: school s3, name Kampala Junior, code KAMJUN0505",
                "school of a type that is not known, taken for a private one: school s1, type boarding",
                "has an e-mail that had to be repaired: person parent p5, typed nakato@gmail.co, becomes nakato@gmail.com",
                "has a telephone number that cannot be read, kept as a note: person teacher t4, typed 12",
            ],
            report.Conflicts.Select(conflict => $"{conflict.Name}: {conflict.Row}"));
    }

    [Fact]
    public async Task Schools_are_read_by_the_rules_and_nothing_unknown_is_made_up()
    {
        await using var target = await SchoolRuns.Empty();
        await using var v1 = await V1.Nasty();

        var report = await target.Up(v1.ConnectionString);

        Assert.Equal(
            [
                "Kampala Junior|KAMJUN0505|upendo+schools3@example.org|+256772000003|Uganda|∅|∅|∅|∅|international|PRIMARY|2024-05-05 10:00:00",
                "Mwangaza Academy|MWA|office@mwangaza.example|+254711000002|Kenya|Ngong Road|123|00100|Nairobi|public|JUNIOR SECONDARY|2023-05-05 10:00:00",
                "Upendo \"Little\" School|UPE|Upendo@Example.org|+254711000001|Kenya|∅|∅|∅|∅|private|PRIMARY|2022-05-05 10:00:00",
            ],
            await target.Rows("""
                select s.name, code, email, phone, country, street, po_box, postal_code, town, type, l.name, s.created_at at time zone 'UTC'
                from schools s join class_levels l on l.id = level_id order by 1
                """));
        Assert.Equal(
            ["Ann|female|{BEd,MEd}|{Music,\"Art, and Craft\"}|t", "Gone|male|{}|{}|f", "Otieno|∅|{}|{}|f", "Wanjiku|female|{}|{}|t"],
            await target.Rows("select first_name, gender, qualifications, subjects, t.is_active from teachers t join users u on u.id = user_id order by 1"));
        Assert.Equal(
            ["father|+254733000000|∅", "guardian|∅|∅", "guardian|∅|ask Ann", "mother|∅|∅", "mother|∅|∅"],
            await target.Rows("select relationship, secondary_phone, secondary_phone_raw from parents order by 1, 3 desc"));
        Assert.Equal(
            [
                "001|Migrated Class - cl1|Class 1|Migrated Academic Year 2024|2024-01-01|2024-12-31|t|female|∅",
                "001|Migrated Class - cl1|Class 1|Migrated Academic Year 2024|2024-01-01|2024-12-31|t|male|∅",
                "002|Migrated Class - Default|Class 1|Migrated Academic Year 2024|2024-01-01|2024-12-31|t|∅|∅",
                "003|Migrated Class - Default|Class 1|Migrated Academic Year 2024|2024-01-01|2024-12-31|t|male|∅",
            ],
            await target.Rows("""
                select t.admission_number, c.name, k.name, y.name, y.start_date, y.end_date, y.is_active, t.gender, t.birth_date
                from students t join school_classes c on c.id = school_class_id join classes k on k.id = class_id
                join academic_years y on y.id = academic_year_id order by 1, 8
                """));
        Assert.Equal(0, report.Rejected);
    }

    [Fact]
    public async Task Everybody_has_a_role_in_his_school_and_a_password_only_if_V1_kept_a_hash()
    {
        await using var target = await SchoolRuns.Empty();
        await using var v1 = await V1.Nasty();

        await target.Up(v1.ConnectionString);

        Assert.Equal(
            ["parent|school|5", "recess_admin|global|2", "school_admin|school|2", "staff|school|1", "student|school|4", "teacher|school|4"],
            await target.Rows("select r.name, scope_type, count(*) from user_roles join roles r on r.id = role_id group by 1, 2 order by 1"));
        Assert.Equal(
            ["school_admin:s1|bcrypt|f", "school_admin:s2|bcrypt|f", "teacher:t1|bcrypt|f"],
            await target.Rows("""
                select entity || ':' || external_id, password_algorithm, password_must_change
                from users u join user_external_ids e on e.user_id = u.id where password_hash is not null order by 1
                """));
        Assert.Equal(
            ["c1|p1", "c2|p1", "c3|p2", "c4|p4"],
            await target.Rows("""
                select c.external_id, p.external_id from student_parents l
                join students s on s.id = student_id join user_external_ids c on c.user_id = s.user_id
                join parents t on t.id = parent_id join user_external_ids p on p.user_id = t.user_id order by 1
                """));
    }

    [Fact]
    public async Task Ids_are_computed_from_the_keys_of_V1()
    {
        await using var target = await SchoolRuns.Empty();
        await using var v1 = await V1.Nasty();

        await target.Up(v1.ConnectionString);

        Assert.Equal(
            [$"{Migrations.NamedId.Of("school_v1", "teacher", "t1")}|{Migrations.NamedId.Of("school_v1", "teacher", "t1")}|{Migrations.NamedId.Of("school_v1", "school", "s1")}"],
            await target.Rows("select user_id, id, school_id from teachers where qualifications <> '{}'"));
        var year = Migrations.NamedId.Of("school_v1", "academic_year", "s1/Migrated Academic Year 2024");
        Assert.Equal(
            [$"{year}|{Migrations.NamedId.Of("school_v1", "school_class", $"{year}/Migrated Class - cl1")}"],
            await target.Rows($"select academic_year_id, id from school_classes where academic_year_id = '{year}' and name like '%cl1'"));
    }

    [Fact]
    public async Task What_a_school_gets_instead_of_its_address_or_code_is_nobodys()
    {
        await using var target = await SchoolRuns.Empty();
        await using var v1 = await V1.With("""
            insert into "School" ("id", "schoolName", "email", "phone", "schoolCode", "schoolLevel", "CreatedAt", "password") values
                ('s1', 'Alpha', 'office@x.example', '0711000001', 'ALP', 'primary', '2022-01-01', ''),
                ('s2', 'Beta', 'OFFICE@x.example', '0711000002', 'ALP ', 'primary', '2022-01-02', ''),
                ('s3', 'Gamma', 'office+schools2@x.example', '0711000003', 'code_s2', 'primary', '2022-01-03', ''),
                ('s4', 'Delta Day', 'delta@x.example', '0711000004', ' ', 'primary', '2022-01-04', ''),
                ('s5', 'Epsilon', 'epsilon@x.example', '0711000005', 'DELDAY0104', 'primary', '2022-01-05', '');
            insert into "Teacher" ("id", "firstName", "lastName", "phoneNumber", "email", "schoolId") values
                ('t1', 'Ann', 'A', '0712000001', 'office+schools2.2@x.example', 's1');
            """);

        await target.Up(v1.ConnectionString);

        Assert.Equal(
            [
                "Alpha|ALP|office@x.example",
                "Beta|code_s2_2|OFFICE+schools2.3@x.example",
                "Delta Day|code_s4|delta@x.example",
                "Epsilon|DELDAY0104|epsilon@x.example",
                "Gamma|code_s2|office+schools2@x.example",
            ],
            await target.Rows("select name, code, email from schools order by name"));
    }

    [Fact]
    public async Task The_order_of_the_source_decides_nothing()
    {
        await using var target = await SchoolRuns.Empty();
        await using var other = await SchoolRuns.Empty();
        await using var v1 = await V1.Nasty();
        await using var reversed = await V1.Nasty();
        foreach (var table in new[] { "School", "Teacher", "Parent", "Student", "SchoolStaff", "RecessUsers", "TeacherQualification" })
            await reversed.Execute($"""
                create table rows as select * from "{table}"; truncate "{table}";
                insert into "{table}" select * from rows order by "id" desc; drop table rows;
                """);

        await target.Up(v1.ConnectionString);
        await other.Up(reversed.ConnectionString);

        Assert.Equal(await target.Content(), await other.Content());
    }

    [Fact]
    public async Task Down_takes_everything_back()
    {
        await using var target = await SchoolRuns.Empty();
        await using var v1 = await V1.Nasty();
        var before = await DatabaseDump.Of(target);

        await target.Up(v1.ConnectionString);
        Assert.NotEqual(before, await DatabaseDump.Of(target));
        await target.Down();

        Assert.Equal(before, await DatabaseDump.Of(target));
    }
}
