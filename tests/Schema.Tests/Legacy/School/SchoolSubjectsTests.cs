using Schema.Migrations;

namespace Schema.Tests.Legacy.School;

public class SchoolSubjectsTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData(" ", "")]
    [InlineData("{}", "")]
    [InlineData("{ }", "")]
    [InlineData("[]", "")]
    [InlineData("{Music}", "Music")]
    [InlineData("""{Music,"Art, and Craft",NULL, Home Science }""", "Music|Art, and Craft|Home Science")]
    [InlineData("""{"say \"hi\"","back\\slash","{x}","NULL"}""", """say "hi"|back\slash|{x}|NULL""")]
    [InlineData("""["Music", "Art, and Craft", null]""", "Music|Art, and Craft")]
    public void A_list_is_read_as_PostgreSQL_or_JSON_writes_it(string? text, string subjects) =>
        Assert.Equal(subjects, string.Join('|', SchoolSubjects.From(text)!));

    [Theory]
    [InlineData("Music")]
    [InlineData("{Music")]
    [InlineData("{Music,,Art}")]
    [InlineData("{{Music},{Art}}")]
    [InlineData("""{"Music}""")]
    [InlineData("""["Music"}""")]
    [InlineData("[1]")]
    public void What_is_no_list_is_refused_with_its_teacher(string text)
    {
        var map = new SchoolPeopleMap(new SchoolCountries(), new SchoolWanted("", "", "carry"), domain: null);

        var mapped = map.From(new LegacyTeacher(
            "t1", "Ann", null, "A", "F", null, false, "0712000001", "ann@x.example", null, null, false, "s1", false, false, null, text, null, default));

        Assert.Null(SchoolSubjects.From(text));
        Assert.Equal($"has the subjects '{text}', where a list such as {{Music,Art}} is expected", mapped.Reject!.Reason);
    }
}
