namespace Schema;

public sealed class UserProfile
{
    public Guid UserId { get; set; }

    public string? DisplayName { get; set; }

    public string Timezone { get; set; } = "UTC";

    public string? AvatarUrl { get; set; }

    public string? Bio { get; set; }

    /// <summary>A JSON object, among its keys <c>email_cadence</c> and <c>notification_defaults</c>.</summary>
    public string? Preferences { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public User? User { get; set; }
}
