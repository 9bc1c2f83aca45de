namespace Schema.Migrations;

/// <summary>A student as V1 keeps him: without e-mail, telephone, password and birth date.</summary>
public sealed record LegacyStudent(
    string Id,
    string? FirstName,
    string? MiddleName,
    string? LastName,
    string? StudentAdmissionNumber,
    string? ProfileImage,
    string? Gender,
    string? SchoolId,
    string? ClassId,
    string? ParentId,
    bool IsDeleted,
    DateTime? DeletedAt,
    DateTime CreatedAt,
    DateTime UpdatedAt);
