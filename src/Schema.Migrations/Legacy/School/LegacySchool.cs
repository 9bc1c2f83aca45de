using Schema.Import;

namespace Schema.Migrations;

/// <summary>A school as V1 keeps it; its times are UTC without saying so.</summary>
public sealed record LegacySchool(
    [LegacyColumn("id", "school_id")] string Id,
    string? SchoolName,
    string? Email,
    string? Phone,
    string? SchoolCode,
    string? SchoolLevel,
    string? SchoolMotto,
    string? SchoolVision,
    string? Country,
    string? County,
    string? Logo,
    [Secret] string? Password,
    string? Type,
    string? SchoolAddress,
    [LegacyColumn("CreatedAt")] DateTime CreatedAt,
    [LegacyColumn("UpdatedAt")] DateTime UpdatedAt,
    bool IsActive,
    bool IsVerified,
    bool IsDeleted,
    DateTime? DeletedAt);
