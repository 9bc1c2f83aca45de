namespace Schema.Seeding;

sealed record UserRow(
    Guid Id,
    string Email,
    string? Phone,
    string FirstName,
    string LastName,
    string? AuthProvider,
    string? AuthProviderId,
    bool IsActive,
    bool IsDeleted,
    DateTime? DeletedAt,
    DateTime CreatedAt,
    DateTime UpdatedAt)
{
    static readonly string?[] Providers = ["google", "google", "google", "google", "github", "github", "microsoft", null, null, null];

    public static UserRow Of(CrowdPerson person)
    {
        var (dice, (first, last), joined) = (person.Dice(Trait.Account), person.Name, person.Joined);
        var provider = dice.Pick(Providers);
        var updated = joined.AddHours(dice.Below(9000));
        var isDeleted = dice.OneIn(30);

        return new UserRow(
            person.Id,
            person.Email,
            person.Phone,
            first.Text,
            last.Text,
            provider,
            provider is null ? null : $"{provider}_{person.Mark}",
            !isDeleted && !dice.OneIn(40),
            isDeleted,
            isDeleted ? updated : null,
            joined,
            updated);
    }
}
