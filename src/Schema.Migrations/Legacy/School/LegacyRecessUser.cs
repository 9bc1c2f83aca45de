using Schema.Import;

namespace Schema.Migrations;

/// <summary>Somebody who runs the platform itself, as V1 keeps him.</summary>
public sealed record LegacyRecessUser(
    string Id,
    string? Name,
    string? Email,
    [LegacyColumn("Role")] string? Role,
    [Secret] string? Password,
    string? PhoneNumber,
    string? Status,
    DateTime CreatedAt,
    DateTime UpdatedAt);
