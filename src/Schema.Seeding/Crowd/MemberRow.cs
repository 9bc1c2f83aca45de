using System.Globalization;

namespace Schema.Seeding;

sealed record MemberRow(
    Guid UserId, string Location, string ZoomLink, string Discord, int ResolvedTickets, decimal?[] Ratings, string?[] Reviews, int? CurrentTicketId)
{
    static readonly string[] Words = ["great", "patient, and knows a lot", "took his time", "спасибо", "merci beaucoup", "🙏", "it works now"];

    /// <summary>Two of five are in the help queue.</summary>
    public static bool IsMember(CrowdPerson person) => person.Dice(Trait.Membership).Below(5) < 2;

    public static MemberRow Of(CrowdPerson person, int firstTicket)
    {
        var dice = person.Dice(Trait.Membership);
        dice.Next();
        var isVirtual = dice.OneIn(4);
        var resolved = dice.OneIn(3) ? dice.Below(40) : 0;
        var rated = Math.Min(resolved, dice.Below(6));

        return new MemberRow(
            person.Id,
            isVirtual ? "virtual" : "in person",
            isVirtual ? $"https://zoom.example/j/{person.Mark}" : "",
            dice.OneIn(2) ? string.Create(CultureInfo.InvariantCulture, $"{person.Name.First.Mailbox}#{dice.Below(10000):D4}") : "",
            resolved,
            [.. Enumerable.Range(0, rated).Select(_ => (decimal?)(1 + (dice.Below(9) / 2m)))],
            [.. Enumerable.Range(0, rated / 2).Select(_ => dice.Pick(Words))],
            TicketRow.Open(person, firstTicket));
    }
}
