namespace Schema.Seeding;

sealed record FollowRow(
    Guid Id,
    Guid UserId,
    string Ticker,
    bool NotifyOnSignals,
    bool NotifyOnPriceChange,
    double? PriceChangeThreshold,
    string? CustomAlerts,
    int Order,
    DateTime CreatedAt,
    DateTime UpdatedAt)
{
    const int Most = 20;

    static readonly double[] Thresholds = [1, 2, 2.5, 5, 5, 7.5, 10];

    /// <summary>Most follow a few, few follow many, and what stands first in the list is followed by most.</summary>
    public static IEnumerable<FollowRow> Of(CrowdPerson person, IReadOnlyList<string> tickers)
    {
        var dice = person.Dice(Trait.Follows);
        var count = Count(dice, tickers.Count);
        var taken = new bool[tickers.Count];
        for (var order = 0; order < count; order++)
        {
            var ticker = Popular(dice, taken);
            taken[ticker] = true;
            yield return New(person, dice, tickers[ticker], order);
        }
    }

    static int Count(Dice dice, int tickers)
    {
        if (dice.OneIn(4))
            return 0;

        var count = 1;
        while (count < Most && count < tickers && dice.Below(100) < 70)
            count++;

        return count;
    }

    static int Popular(Dice dice, bool[] taken)
    {
        var place = dice.Below(dice.Below(dice.Below(taken.Length) + 1) + 1);
        while (taken[place])
            place = (place + 1) % taken.Length;

        return place;
    }

    static FollowRow New(CrowdPerson person, Dice dice, string ticker, int order)
    {
        var created = person.Joined.AddMinutes(order + dice.Below(9000));
        var onPrice = dice.OneIn(3);

        return new FollowRow(
            person.NewId(Trait.Follows, (person.Number * Most) + order, dice),
            person.Id,
            ticker,
            !dice.OneIn(8),
            onPrice,
            onPrice ? dice.Pick(Thresholds) : null,
            dice.OneIn(20) ? $$"""{"price_above": {{10 + dice.Below(490)}}}""" : null,
            order,
            created,
            created.AddHours(dice.Below(1000)));
    }
}
