using System.Globalization;

namespace Schema.Seeding;

/// <summary>A registration as Plume keeps it, and all that is awkward about some of them.</summary>
sealed record PlumeRegistration(string Id, string? FirstName, string? LastName, string? Email, bool? ApplicationComplete)
{
    const int OftenShared = 40;

    /// <summary>Ids are opaque: nothing may trim, parse, fold or unquote them.</summary>
    static readonly string[] OddIds =
    [
        "lead", "lead ", " lead", "1", "01", "17", "-1", "None", "NULL", "null", "AB12", "ab12", "O'Neil'); drop table users; --",
        "say \"hi\"", "back\\slash", "tab\there", "line\nbreak", "рег-17", "注册", "📮", "{a,b}", "550e8400-e29b-41d4-a716-446655440000",
        "550E8400-E29B-41D4-A716-446655440000", "a/b?c=d&e", "%20", "pr-00000000000000000000000000000000000000000000000000000000000000000",
    ];

    static readonly string?[] NoAddresses = [null, null, null, "", "", "   ", "n/a", "@example.org", "nobody"];

    public static IEnumerable<PlumeRegistration> All(ulong seed, int count, int firstPerson) =>
        Enumerable.Range(0, count).Select(number => Of(seed, number, firstPerson));

    static PlumeRegistration Of(ulong seed, int number, int firstPerson)
    {
        var dice = new Dice(~seed, number);
        // Somebody who registered before and forgot it.
        var again = number > 0 && dice.OneIn(12) ? 1 + dice.Below(Math.Min(number, OftenShared)) : 0;
        var person = SamplePerson.Of(seed, firstPerson + number - again);

        return new PlumeRegistration(
            number < OddIds.Length ? OddIds[number] : string.Create(CultureInfo.InvariantCulture, $"pr-{dice.Next():x16}"),
            Name(dice, person.FirstName),
            Name(dice, person.LastName),
            dice.OneIn(10) ? dice.Pick(NoAddresses) : again > 0 || dice.OneIn(5) ? person.RetypedEmail(dice) : person.Email,
            dice.OneIn(8) ? null : dice.OneIn(3));
    }

    static string? Name(Dice dice, string name) => dice.Below(40) switch
    {
        0 or 1 => null,
        2 => "",
        3 => $"  {name} ",
        4 => name.ToUpperInvariant(),
        _ => name,
    };
}
