using Schema.Seeding;
using Schema.Tests.Legacy.School;

namespace Schema.Tests.Seeding;

public class SchoolSampleTests
{
    [Fact]
    public async Task The_sample_is_the_same_everywhere_and_comes_in_whole()
    {
        await using var v1 = await TestDatabase.Empty();
        await using (var connection = await v1.Open())
            await new SchoolSample().Fill(connection, 600, CancellationToken.None);

        Assert.Equal(["2|50|240|310|2|2|fa97a85d4c0b6af5837fe2edb59939be"], await v1.Rows("""
            select (select count(*) from "School"), (select count(*) from "Teacher"), (select count(*) from "Parent"), (select count(*) from "Student"),
                (select count(*) from "SchoolStaff"), (select count(*) from "RecessUsers"),
                md5((select string_agg(concat_ws('|', "id", "firstName", "lastName", coalesce("email", '∅'), "phoneNumber", "schoolId"), E'\n' order by "id" collate "C") from "Parent"))
            """));

        await using var target = await SchoolRuns.Empty();
        var report = await target.Up(v1.ConnectionString);

        Assert.Equal(0, report.Rejected);
        Assert.Equal(["310"], await target.Rows("select count(*) from student_parents"));
        Assert.Contains(report.Conflicts, conflict => conflict.Name == "has an e-mail of another, and gets another one");
        Assert.Contains(report.Conflicts, conflict => conflict.Name == "has a telephone number of another, kept as a note");
    }
}
