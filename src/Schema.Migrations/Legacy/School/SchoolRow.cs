using Schema.Import;

namespace Schema.Migrations;

/// <summary>A school on its way, with the person that its login becomes.</summary>
/// <param name="AdminId">None where the login has no address or no password.</param>
/// <param name="IsChosen">This run brings it; the others count only for what they hold.</param>
/// <param name="IsAdminChosen">This run brings its login.</param>
/// <param name="IsLeftOut">It is deleted, and deleted rows are not wanted.</param>
public sealed record SchoolRow(
    Guid Id,
    string LegacyId,
    string Name,
    string? Code,
    bool IsCodeMade,
    string? Email,
    string? Address,
    short Origin,
    string? Phone,
    string? PhoneRaw,
    string Country,
    string? County,
    string? AddressText,
    string? Street,
    string? PoBox,
    string? PostalCode,
    string? Town,
    string? Type,
    string? TypeText,
    string? Level,
    string? LevelText,
    string? Logo,
    string? Motto,
    string? Vision,
    bool IsVerified,
    bool IsActive,
    bool IsDeleted,
    DateTimeOffset? DeletedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    Guid? AdminId,
    string? AdminFirstName,
    [Secret] string? PasswordHash,
    string? PasswordAlgorithm,
    bool IsChosen,
    bool IsAdminChosen,
    bool IsLeftOut);
