using Schema.Import;

namespace Schema.Migrations;

/// <summary>Somebody at a school who is no teacher, as V1 keeps him.</summary>
public sealed record LegacyStaffMember(
    string Id,
    string? FirstName,
    string? MiddleName,
    string? LastName,
    string? Email,
    string? Phone,
    [Secret] string? Password,
    string? SchoolId);
