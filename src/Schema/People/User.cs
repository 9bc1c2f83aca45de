namespace Schema;

public sealed class User
{
    public Guid Id { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? FirstName { get; set; }

    public string? MiddleName { get; set; }

    public string? LastName { get; set; }

    public string? PasswordHash { get; set; }

    public string? PasswordAlgorithm { get; set; }

    public string? AuthProvider { get; set; }

    public string? AuthProviderId { get; set; }

    public bool IsActive { get; set; } = true;

    public bool IsDeleted { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public UserProfile? Profile { get; set; }

    public QueueMember? QueueMember { get; set; }

    public ICollection<UserExternalId> ExternalIds { get; } = [];

    public ICollection<UserRole> Roles { get; } = [];

    public ICollection<UserNotificationChannel> NotificationChannels { get; } = [];

    public ICollection<UserTickerFollow> TickerFollows { get; } = [];
}
