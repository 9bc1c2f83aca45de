using System.Globalization;

namespace Schema.Seeding;

/// <summary>Where a person of the crowd comes from: names, time zones, telephone numbers.</summary>
sealed record Culture(int Share, GivenName[] FirstNames, GivenName[] LastNames, string[] Timezones, Func<Dice, string> Phone)
{
    static readonly Lazy<Culture[]> Drawn = new(Draw);

    /// <summary>One entry for each hundredth of the crowd.</summary>
    public static Culture[] Hundred => Drawn.Value;

    static Culture[] Draw()
    {
        Culture[] cultures =
        [
            Of(38, "en", "first_name", "last_name", American, "America/New_York", "America/Chicago", "America/Los_Angeles", "UTC"),
            Of(8, "en_IND", "first_name", "last_name", British, "Asia/Kolkata"),
            Of(9, "de", "first_name", "last_name", German, "Europe/Berlin", "Europe/Vienna", "Europe/Zurich"),
            Of(4, "fr", "male_first_name", "last_name", French, "Europe/Paris"),
            Of(4, "fr", "female_first_name", "last_name", French, "Europe/Paris", "America/Toronto"),
            Of(9, "es", "first_name", "last_name", American, "Europe/Madrid", "America/Mexico_City", "America/Bogota"),
            Of(6, "pt_BR", "first_name", "last_name", American, "America/Sao_Paulo", "Europe/Lisbon"),
            Of(4, "pl", "first_name", "last_name", British, "Europe/Warsaw"),
            Of(3, "ru", "male_first_name", "male_last_name", British, "Europe/Moscow", "Asia/Almaty"),
            Of(3, "nb_NO", "first_name", "last_name", British, "Europe/Oslo"),
            Of(3, "tr", "first_name", "last_name", German, "Europe/Istanbul"),
            Of(3, "ja", "first_name", "last_name", American, "Asia/Tokyo"),
            Of(2, "ko", "first_name", "last_name", American, "Asia/Seoul"),
            Of(4, "zh_CN", "first_name", "last_name", American, "Asia/Shanghai", "Asia/Singapore"),
        ];

        return [.. cultures.SelectMany(culture => Enumerable.Repeat(culture, culture.Share))];
    }

    static Culture Of(int share, string locale, string first, string last, Func<Dice, string> phone, params string[] timezones) =>
        new(share, NamePool.Names(first, locale), NamePool.Names(last, locale), timezones, phone);

    // Each regulator sets numbers aside for films: whoever dials one of these reaches nobody.
    static string American(Dice dice) => string.Create(CultureInfo.InvariantCulture, $"+1{201 + dice.Below(700)}55501{dice.Below(100):D2}");

    static string British(Dice dice) => string.Create(CultureInfo.InvariantCulture, $"+447700900{dice.Below(1000):D3}");

    static string German(Dice dice) => string.Create(CultureInfo.InvariantCulture, $"+493023125{dice.Below(1000):D3}");

    static string French(Dice dice) => string.Create(CultureInfo.InvariantCulture, $"+3319900{dice.Below(10000):D4}");
}
