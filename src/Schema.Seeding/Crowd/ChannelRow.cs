using System.Globalization;

namespace Schema.Seeding;

sealed record ChannelRow(
    Guid Id,
    Guid UserId,
    string ChannelType,
    string ChannelValue,
    bool IsVerified,
    bool IsEnabled,
    string? Preferences,
    bool EmailBounced,
    DateTime? BouncedAt,
    string? BounceType,
    DateTime CreatedAt,
    DateTime UpdatedAt)
{
    const string Briefing = """{"notify_on_daily_briefing": true}""";

    static readonly string[] Bounces = ["hard", "hard", "soft", "complaint"];

    public static IEnumerable<ChannelRow> Of(CrowdPerson person)
    {
        var dice = person.Dice(Trait.Channels);
        if (!dice.OneIn(20))
            yield return Email(person, dice);
        if (dice.OneIn(4) && person.Phone is { } phone)
            yield return New(person, dice, 1, "sms", phone);
        if (dice.Below(10) < 3)
            yield return New(person, dice, 2, "push", string.Create(CultureInfo.InvariantCulture, $"{dice.Next():x16}{dice.Next():x16}"));
        if (dice.OneIn(50))
            yield return New(person, dice, 3, "webhook", $"https://hooks.example/{person.Mark}");
    }

    static ChannelRow Email(CrowdPerson person, Dice dice)
    {
        var channel = New(person, dice, 0, "email", person.Email) with { Preferences = dice.OneIn(3) ? null : Briefing };
        if (!dice.OneIn(40))
            return channel;

        return channel with { EmailBounced = true, BouncedAt = channel.UpdatedAt, BounceType = dice.Pick(Bounces), IsEnabled = false };
    }

    static ChannelRow New(CrowdPerson person, Dice dice, int place, string type, string value)
    {
        var created = person.Joined.AddMinutes(dice.Below(5000));
        var id = person.NewId(Trait.Channels, (person.Number * 4) + place, dice);

        return new ChannelRow(
            id, person.Id, type, value, dice.Below(10) < 8, !dice.OneIn(10), null, false, null, null, created, created.AddHours(dice.Below(2000)));
    }
}
