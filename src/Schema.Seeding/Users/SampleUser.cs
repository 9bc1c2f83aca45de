using Schema.Import;

namespace Schema.Seeding;

/// <summary>One of the three people that a fresh market gets to play with.</summary>
public sealed record SampleUser(string Email, string AuthProviderId, string FirstName, string LastName, string Timezone, string Bio, IReadOnlyList<string> Follows)
{
    public const string AuthProvider = "google";

    static readonly LegacyKey Key = new("schema", "sample_user");
    static readonly LegacyKey ChannelKey = new("schema", "sample_channel");
    static readonly LegacyKey FollowKey = new("schema", "sample_follow");

    public static IReadOnlyList<SampleUser> All { get; } =
    [
        new("alice@example.com", "google_alice_123", "Alice", "Johnson", "America/New_York", "Tech enthusiast and investor", ["AAPL", "GOOGL", "MSFT"]),
        new("bob@example.com", "google_bob_456", "Bob", "Smith", "America/Los_Angeles", "Day trader", ["TSLA", "NVDA", "AMD"]),
        new("charlie@example.com", "google_charlie_789", "Charlie", "Davis", "UTC", "Long-term investor", ["SPY", "QQQ", "AAPL", "AMZN"]),
    ];

    public Guid Id => Key.For(Email);

    public Guid ChannelId => ChannelKey.For(Email);

    public string DisplayName => $"{FirstName} {LastName}";

    public Guid FollowId(string ticker) => FollowKey.For($"{Email}/{ticker}");
}
