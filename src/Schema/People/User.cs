namespace Schema;

public sealed class User
{
    public Guid Id { get; set; }

    public string? Email { get; set; }

    /// <summary>The address was made up for a person who had none; nobody reads what is sent to it.</summary>
    public bool EmailGenerated { get; set; }

    public string? Phone { get; set; }

    /// <summary>What was written where it could not become this person's number.</summary>
    public string? PhoneRaw { get; set; }

    public string? FirstName { get; set; }

    public string? MiddleName { get; set; }

    public string? LastName { get; set; }

    public string? PasswordHash { get; set; }

    public string? PasswordAlgorithm { get; set; }

    public bool PasswordMustChange { get; set; }

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
