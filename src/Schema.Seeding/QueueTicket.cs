using System.Globalization;

namespace Schema.Seeding;

/// <summary>A ticket of the help queue, and the room that its two people may have met in.</summary>
sealed record QueueTicket(
    int Id,
    int? Creator,
    int? Claimant,
    string Question,
    string Content,
    string Location,
    string?[] Tags,
    string[] Images,
    bool Active,
    string? Status,
    DateTime CreatedAt,
    DateTime? ClaimedAt)
{
    static readonly string[] Questions = ["Why?", "How do I merge?", "Почему?", "CORS, again", "it's \"stuck\"", ""];

    static readonly string?[] Words = ["git", "c#", "a b", "NULL", null, "say \"hi\"", "{x}"];

    static readonly string?[] States = ["claimed", "completed", "awaiting_feedback", null, "whatever"];

    static readonly DateTime Opening = new(2024, 9, 14, 9, 0, 0, DateTimeKind.Unspecified);

    public bool HasRoom => Id % 3 == 0;

    public string Code => string.Create(CultureInfo.InvariantCulture, $"room-{Id:x}");

    public static IEnumerable<QueueTicket> All(ulong seed, int count, int accounts) =>
        Enumerable.Range(1, count).Select(id => Of(seed, id, accounts));

    static QueueTicket Of(ulong seed, int id, int accounts)
    {
        var dice = new Dice(seed ^ 0x72, id);
        var created = Opening.AddTicks(dice.Below(2_000_000) * (TimeSpan.TicksPerMillisecond * 97));
        int? claimant = dice.OneIn(3) ? null : 1 + dice.Below(accounts);

        return new QueueTicket(
            id,
            dice.OneIn(30) ? null : 1 + dice.Below(accounts),
            claimant,
            dice.Pick(Questions),
            dice.OneIn(10) ? "" : $"Table {dice.Below(80)}, please.",
            dice.OneIn(5) ? "virtual" : "in person",
            [.. Enumerable.Range(0, dice.Below(4)).Select(_ => dice.Pick(Words))],
            [],
            claimant is not null || dice.OneIn(2),
            claimant is null ? "unclaimed" : dice.Pick(States),
            created,
            claimant is null ? null : created.AddMinutes(1 + dice.Below(90)));
    }
}
