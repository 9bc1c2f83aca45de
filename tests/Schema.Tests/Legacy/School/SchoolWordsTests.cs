using Schema.Migrations;

namespace Schema.Tests.Legacy.School;

public class SchoolWordsTests
{
    [Theory]
    [InlineData("PRIMARY", "PRIMARY")]
    [InlineData(" primary\u00a0", "PRIMARY")]
    [InlineData("Pre-Primary", "PRE PRIMARY")]
    [InlineData("PRE_PRIMARY", "PRE PRIMARY")]
    [InlineData("Nursery", "NURSERY")]
    [InlineData("Primary School", "PRIMARY")]
    [InlineData("Pre Primary and Primary", "PRE PRIMARY")]
    [InlineData("Nursery & Primary", "PRIMARY")]
    [InlineData("Junior Secondary School", "JUNIOR SECONDARY")]
    [InlineData("secondary", "JUNIOR SECONDARY")]
    [InlineData("senior", "SENIOR SECONDARY")]
    [InlineData("PP1", "PRE PRIMARY")]
    [InlineData("pp", "PRE PRIMARY")]
    [InlineData("pri", "PRIMARY")]
    [InlineData("Pri. Sch.", "PRIMARY")]
    [InlineData("JSS", "JUNIOR SECONDARY")]
    [InlineData("Junior School", "JUNIOR SECONDARY")]
    [InlineData("High School", "SENIOR SECONDARY")]
    [InlineData("Boys Highschool", "SENIOR SECONDARY")]
    [InlineData("Private", null)]
    [InlineData("Highlands", null)]
    [InlineData("Secondary School", "SENIOR SECONDARY")]
    [InlineData("PRİMARY", null)]
    [InlineData("University", null)]
    [InlineData("a", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_level_is_known_by_name_then_by_containment_then_by_another_word(string? text, string? level) =>
        Assert.Equal(level, SchoolLevel.From(text));

    [Theory]
    [InlineData("PRIVATE", "private")]
    [InlineData(" Public ", "public")]
    [InlineData("International", "international")]
    [InlineData("boarding", null)]
    [InlineData("INTERNATİONAL", null)]
    [InlineData(null, null)]
    public void A_type_is_one_of_three(string? text, string? type) => Assert.Equal(type, SchoolWords.Type(text));

    [Theory]
    [InlineData("FEMALE", "female")]
    [InlineData(" f ", "female")]
    [InlineData("Girl", "female")]
    [InlineData("Male", "male")]
    [InlineData("M", "male")]
    [InlineData("unknown", null)]
    [InlineData("fm", null)]
    [InlineData("male/female", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_gender_is_never_guessed(string? text, string? gender) => Assert.Equal(gender, SchoolWords.Gender(text));

    [Theory]
    [InlineData("Father", "father")]
    [InlineData("DAD", "father")]
    [InlineData("grandfather", "father")]
    [InlineData("Mother", "mother")]
    [InlineData("mum", "mother")]
    [InlineData("Mommy", "mother")]
    [InlineData("Mother and Father", "father")]
    [InlineData("Aunt", "guardian")]
    [InlineData("FATHER\u200b", "father")]
    [InlineData("", "guardian")]
    [InlineData(null, "guardian")]
    public void A_relationship_is_father_before_mother_before_guardian(string? text, string relationship) =>
        Assert.Equal(relationship, SchoolWords.Relationship(text));

    [Theory]
    [InlineData(" K-17 ", "Any", "K-17")]
    [InlineData("", "St. Mary's Primary School", "STMARPRI0307")]
    [InlineData(null, "istanbul  okulu", "ISTOKU0307")]
    [InlineData("\u00a0", "École 7", "ÉCO70307")]
    [InlineData(null, "—", null)]
    [InlineData(null, null, null)]
    public void A_blank_code_is_made_of_the_name_and_the_day_of_entry(string? code, string? name, string? made) =>
        Assert.Equal(made, SchoolCode.From(code, name, new DateTime(2023, 3, 7, 23, 59, 59, DateTimeKind.Utc)));
}
