using Schema.Import;

namespace Schema.Migrations;

/// <summary>A parent as V1 keeps him: once for each school that he has children in.</summary>
public sealed record LegacyParent(
    string Id,
    string? FirstName,
    string? MiddleName,
    string? LastName,
    string? Email,
    string? PhoneNumber,
    string? SecondaryPhoneNumber,
    bool IsFirstTimePasswordChanged,
    bool IsLoginBarred,
    string? Relationship,
    string? ProfileImage,
    [Secret] string? Password,
    bool IsDeleted,
    DateTime? DeletedAt,
    string? SchoolId,
    DateTime LastLoggedIn);
