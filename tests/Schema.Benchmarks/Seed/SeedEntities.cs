using Schema.Seeding;

namespace Schema.Benchmarks;

/// <summary>The rows of the seed as the entities that EF Core wants.</summary>
static class SeedEntities
{
    public static User User(UserRow row, ProfileRow profile, RoleRow role) => new()
    {
        Id = row.Id,
        Email = row.Email,
        Phone = row.Phone,
        FirstName = row.FirstName,
        LastName = row.LastName,
        AuthProvider = row.AuthProvider,
        AuthProviderId = row.AuthProviderId,
        IsActive = row.IsActive,
        IsDeleted = row.IsDeleted,
        DeletedAt = row.DeletedAt,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        Profile = Profile(profile),
        Roles = { new UserRole { RoleId = role.RoleId } },
    };

    public static UserNotificationChannel Channel(ChannelRow row) => new()
    {
        Id = row.Id,
        ChannelType = row.ChannelType,
        ChannelValue = row.ChannelValue,
        IsVerified = row.IsVerified,
        IsEnabled = row.IsEnabled,
        Preferences = row.Preferences,
        EmailBounced = row.EmailBounced,
        BouncedAt = row.BouncedAt,
        BounceType = row.BounceType,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
    };

    public static UserTickerFollow Follow(FollowRow row) => new()
    {
        Id = row.Id,
        Ticker = row.Ticker,
        NotifyOnSignals = row.NotifyOnSignals,
        NotifyOnPriceChange = row.NotifyOnPriceChange,
        PriceChangeThreshold = row.PriceChangeThreshold,
        CustomAlerts = row.CustomAlerts,
        Order = row.Order,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
    };

    public static Ticket Ticket(TicketRow row) => new()
    {
        Id = row.Id,
        CreatorId = row.CreatorId,
        ClaimantId = row.ClaimantId,
        Question = row.Question,
        Content = row.Content,
        Location = row.Location,
        Tags = row.Tags,
        Images = row.Images,
        Active = row.Active,
        Status = row.Status,
        CreatedAt = row.CreatedAt,
        ClaimedAt = row.ClaimedAt,
    };

    public static QueueMember Member(MemberRow row) => new()
    {
        UserId = row.UserId,
        Location = row.Location,
        ZoomLink = row.ZoomLink,
        Discord = row.Discord,
        ResolvedTickets = row.ResolvedTickets,
        Ratings = row.Ratings,
        Reviews = row.Reviews,
        CurrentTicketId = row.CurrentTicketId,
    };

    static UserProfile Profile(ProfileRow row) => new()
    {
        DisplayName = row.DisplayName,
        Timezone = row.Timezone,
        AvatarUrl = row.AvatarUrl,
        Bio = row.Bio,
        Preferences = row.Preferences,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
    };
}
