namespace Schema.Migrations;

/// <summary>How a country's numbers are built: its calling code, the digits that follow it, and the nought dialled at home instead.</summary>
sealed record PhonePlan(string Code, int Digits, bool HasTrunk, params string[] Names)
{
    static readonly PhonePlan[] All =
    [
        new("254", 9, true, "kenya", "ke", "ken", "republic of kenya"),
        new("256", 9, true, "uganda", "ug", "uga", "republic of uganda"),
        new("255", 9, true, "tanzania", "tz", "tza", "united republic of tanzania"),
        new("250", 9, true, "rwanda", "rw", "rwa", "republic of rwanda"),
        new("257", 8, false, "burundi", "bi", "bdi"),
        new("251", 9, true, "ethiopia", "et", "eth"),
        new("211", 9, true, "south sudan", "ss", "ssd"),
        new("243", 9, true, "democratic republic of the congo", "dr congo", "drc", "cd", "cod"),
        new("260", 9, true, "zambia", "zm", "zmb"),
        new("265", 9, true, "malawi", "mw", "mwi"),
        new("263", 9, true, "zimbabwe", "zw", "zwe"),
        new("233", 9, true, "ghana", "gh", "gha"),
        new("234", 10, true, "nigeria", "ng", "nga"),
        new("27", 9, true, "south africa", "za", "zaf"),
        new("44", 10, true, "united kingdom", "great britain", "england", "uk", "gb", "gbr"),
        new("91", 10, true, "india", "in", "ind"),
        new("1", 10, false, "united states", "united states of america", "usa", "us", "canada", "ca", "can"),
    ];

    /// <summary>The plan of a country as a school names it; <see langword="null"/> for one that is not known here.</summary>
    public static PhonePlan? Of(string? country)
    {
        var name = PlainText.Folded(country);
        return Array.Find(All, plan => plan.Names.Contains(name));
    }

    /// <summary>The plan to which an international number belongs.</summary>
    public static PhonePlan? ByCode(string digits) => Array.Find(All, plan => digits.StartsWith(plan.Code, StringComparison.Ordinal));

    /// <summary>The number in full, from one with the calling code, with the nought, or with neither; only of exactly the right length.</summary>
    public string? Complete(string digits) =>
        // What begins with the code and is too short for it could be either; it is not guessed at.
        (digits.StartsWith(Code, StringComparison.Ordinal) ? Own(digits[Code.Length..]) : Own(digits)) is { } own ? $"+{Code}{own}" : null;

    /// <summary>The digits after the calling code; a nought in front of them, as in <c>+254 (0) 712…</c>, is the trunk's.</summary>
    string? Own(string digits)
    {
        var own = HasTrunk && digits is ['0', ..] ? digits[1..] : digits;
        return own.Length == Digits && own[0] != '0' ? own : null;
    }
}
