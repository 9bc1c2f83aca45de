using Schema.Import;
using Schema.Migrations;

namespace Schema.Tests.Legacy.School;

/// <summary>A record with each kind of member that a filter meets.</summary>
sealed record FilteredTeacher(
    string Id, [property: LegacyColumn("firstName")] string FirstName, string? Email, int? ExperienceYears, bool IsDeleted,
    DateTime? DeletedAt, [LegacyColumn("CreatedAt", "created")] DateTime Created, string[] Subjects, [Secret] string? Password);

sealed record FilteredSchool([LegacyColumn("id", "schoolId")] string Id, string SchoolName, string Country);

static class FilteredRecords
{
    public static readonly IReadOnlyList<FilterEntity> Entities = [FilterEntity.Of<FilteredSchool>("schools"), FilterEntity.Of<FilteredTeacher>("teachers")];

    public static RowFilters Parse(string text) => RowFilters.Parse(text, Entities);

    public static string Refusal(string text)
    {
        var refused = Assert.Throws<SchemaException>(() => Parse(text));
        Assert.Equal(ExitCode.Usage, refused.Exit);

        return refused.Message;
    }
}
