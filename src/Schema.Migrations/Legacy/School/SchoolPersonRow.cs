using Schema.Import;

namespace Schema.Migrations;

/// <summary>Somebody on his way to becoming a user; what only teachers, parents or students have is NULL for the others.</summary>
/// <param name="Rank">Who comes first where two have one address.</param>
/// <param name="Address">The e-mail as it is compared with others.</param>
/// <param name="Origin">How the e-mail came to be: as typed, repaired, generated, or none.</param>
/// <param name="PhoneRaw">What was typed where no number could be made of it.</param>
/// <param name="PhoneTyped">What was typed, for who has to give his number up.</param>
/// <param name="IsChosen">This run brings him; the others count only for what they hold.</param>
/// <param name="IsLeftOut">He is deleted, and deleted rows are not wanted.</param>
public sealed record SchoolPersonRow(
    Guid Id,
    string Entity,
    string LegacyId,
    short Rank,
    string Role,
    string? SchoolKey,
    Guid? SchoolId,
    string? FirstName,
    string? MiddleName,
    string? LastName,
    string? EmailTyped,
    string? Email,
    string? Address,
    short Origin,
    string? Phone,
    string? PhoneRaw,
    string? PhoneTyped,
    [Secret] string? PasswordHash,
    string? PasswordAlgorithm,
    bool MustChange,
    string? Picture,
    bool IsActive,
    bool IsDeleted,
    DateTimeOffset? DeletedAt,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? UpdatedAt,
    bool IsChosen,
    bool IsLeftOut,
    string? Gender = null,
    string? Experience = null,
    int? ExperienceYears = null,
    bool? IsClassTeacher = null,
    string[]? Subjects = null,
    string? Relationship = null,
    string? SecondaryPhone = null,
    string? SecondaryPhoneRaw = null,
    string? AdmissionNumber = null,
    string? ClassName = null,
    string? ParentKey = null);
