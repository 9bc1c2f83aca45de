using Schema.Import;

namespace Schema.Migrations;

/// <summary>A teacher as V1 keeps him; it does not say since when.</summary>
/// <param name="Subjects">The text of a list, such as PostgreSQL's <c>{Music,"Art and Craft"}</c>.</param>
public sealed record LegacyTeacher(
    string Id,
    string? FirstName,
    string? MiddleName,
    string? LastName,
    string? Gender,
    string? Experience,
    bool IsLoginBarred,
    string? PhoneNumber,
    string? Email,
    string? ProfileImage,
    [Secret] string? Password,
    bool IsFirstTimePasswordChanged,
    string? SchoolId,
    bool IsClassTeacher,
    bool IsDeleted,
    DateTime? DeletedAt,
    string? Subjects,
    int? ExperienceYears,
    DateTime LastLoggedIn);
