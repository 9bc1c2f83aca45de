using System.Globalization;

namespace Schema.Seeding;

sealed record ProfileRow(
    Guid UserId, string? DisplayName, string Timezone, string? AvatarUrl, string? Bio, string? Preferences, DateTime CreatedAt, DateTime UpdatedAt)
{
    static readonly string[] Cadences = ["daily_only", "daily_only", "weekly_only", "both", "none"];

    public static ProfileRow Of(CrowdPerson person)
    {
        var (dice, (first, last), joined) = (person.Dice(Trait.Profile), person.Name, person.Joined);

        return new ProfileRow(
            person.Id,
            dice.OneIn(10) ? null : $"{first.Text} {last.Text} {person.Mark}",
            dice.Pick(person.Culture.Timezones),
            dice.Below(10) < 4 ? $"https://avatars.example/{person.Mark}.png" : null,
            dice.Below(10) < 4 ? Phrases.Bio(dice) : null,
            dice.Below(10) < 7 ? Preferred(dice) : null,
            joined,
            joined.AddHours(dice.Below(5000)));
    }

    static string Preferred(Dice dice) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"email_cadence": "{{{dice.Pick(Cadences)}}}", "notification_defaults": {"notify_on_surges": {{{Word(dice)}}}, "notify_on_most_discussed": {{{Word(dice)}}}, "notify_on_daily_briefing": {{{Word(dice)}}}}}""");

    static string Word(Dice dice) => dice.OneIn(3) ? "false" : "true";
}
