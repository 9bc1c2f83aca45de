namespace Schema.Seeding;

/// <summary>An account of the help queue; one person may have several.</summary>
sealed record QueueAccount(
    int Id,
    string Name,
    string Email,
    string Role,
    string Location,
    string ZoomLink,
    string Discord,
    int? ResolvedTickets,
    decimal?[]? Ratings,
    string?[] Reviews)
{
    static readonly string[] Roles = ["hacker", "hacker", "hacker", "hacker", "mentor", "mentor", "admin", "judge", ""];

    static readonly string[] NoAddresses = ["", "n/a", "  ", "@example.org"];

    static readonly string?[] Words = ["great", "said \"yes\", it's", "NULL", null, "back\\slash, {brace}", "", "спасибо", "🙏"];

    public static IEnumerable<QueueAccount> All(ulong seed, int count) => Enumerable.Range(1, count).Select(id => Of(seed, id));

    static QueueAccount Of(ulong seed, int id)
    {
        var dice = new Dice(seed ^ 0x71, id);
        // A second account of somebody who was there before, under the same address typed otherwise.
        var again = id > 1 && dice.OneIn(6) ? 1 + dice.Below(Math.Min(id - 1, 20)) : 0;
        var person = SamplePerson.Of(seed, id - again);
        var isVirtual = dice.OneIn(4);

        return new QueueAccount(
            id,
            dice.OneIn(20) ? "" : $"{person.FirstName} {person.LastName}",
            dice.OneIn(15) ? dice.Pick(NoAddresses) : again > 0 ? person.RetypedEmail(dice) : person.Email,
            dice.Pick(Roles),
            isVirtual ? "virtual" : "in person",
            isVirtual ? $"https://zoom.example.org/j/{id}" : "",
            dice.OneIn(2) ? $"person#{id:D4}" : "",
            dice.OneIn(5) ? null : dice.Below(12),
            dice.OneIn(6) ? null : [.. Enumerable.Range(0, dice.Below(4)).Select(_ => Rating(dice))],
            [.. Enumerable.Range(0, dice.Below(3)).Select(_ => dice.Pick(Words))]);
    }

    static decimal? Rating(Dice dice) => dice.OneIn(10) ? null : 1 + (dice.Below(9) / 2m);
}
