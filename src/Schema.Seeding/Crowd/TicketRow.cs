namespace Schema.Seeding;

sealed record TicketRow(
    int Id,
    Guid? CreatorId,
    Guid? ClaimantId,
    string Question,
    string Content,
    string Location,
    string[] Tags,
    string[] Images,
    bool Active,
    string? Status,
    DateTime CreatedAt,
    DateTime? ClaimedAt)
{
    static readonly string[] Ended = ["completed", "completed", "completed", "awaiting_feedback"];

    /// <summary>Those who are in the queue ask; an earlier one of the crowd may have answered.</summary>
    public static IEnumerable<TicketRow> Of(CrowdPerson person, int firstId) =>
        Enumerable.Range(0, Count(person)).Select(place => New(person, place, firstId + place));

    public static int Count(CrowdPerson person)
    {
        if (!MemberRow.IsMember(person))
            return 0;

        var dice = person.Dice(Trait.Tickets);
        return Math.Min(dice.Below(5), dice.Below(5));
    }

    /// <summary>The first ticket that still waits for somebody.</summary>
    public static int? Open(CrowdPerson person, int firstId) => Of(person, firstId).FirstOrDefault(ticket => ticket.ClaimantId is null)?.Id;

    static TicketRow New(CrowdPerson person, int place, int id)
    {
        // Each ticket has dice of its own, so that one can be made without the others.
        var dice = new Dice(person.Dice(Trait.Tickets).Next(), place + 1);
        var created = person.Joined.AddMinutes(60 + dice.Below(500_000));
        Guid? claimant = person.Number > 1 && !dice.OneIn(4) ? (person with { Number = 1 + dice.Below(person.Number - 1) }).Id : null;
        var isOpen = claimant is null || dice.OneIn(10);

        return new TicketRow(
            id,
            person.Id,
            claimant,
            Phrases.Question(dice),
            Phrases.Content(dice),
            dice.OneIn(5) ? "virtual" : "in person",
            [.. Enumerable.Range(0, dice.Below(4)).Select(_ => Phrases.Tag(dice))],
            [],
            isOpen,
            claimant is null ? "unclaimed" : isOpen ? "claimed" : dice.Pick(Ended),
            created,
            claimant is null ? null : created.AddMinutes(1 + dice.Below(90)));
    }
}
