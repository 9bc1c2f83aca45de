using System.Globalization;

namespace Schema.Seeding;

/// <summary>What became of a ticker list; tickers that it lacks are kept.</summary>
public sealed record TickerReport(long Listed, long Added, long Changed, IReadOnlyList<KeptTicker> Kept) : SeedReport
{
    public long Unchanged => Listed - Added - Changed;

    public override long Written => Added + Changed;

    public override string Summary => string.Create(CultureInfo.InvariantCulture, $"tickers: {Added} added, {Changed} changed of {Listed} listed");

    public override IReadOnlyList<string> Remarks =>
    [
        .. Kept.Where(ticker => ticker.Followers > 0).Select(ticker => string.Create(
            CultureInfo.InvariantCulture,
            $"{ticker.Symbol} is not in the list and is kept: {(ticker.Followers == 1 ? "1 person follows it" : $"{ticker.Followers:N0} people follow it")}")),
        .. Unfollowed(Kept.Count(ticker => ticker.Followers == 0)),
    ];

    static IEnumerable<string> Unfollowed(int count)
    {
        if (count > 0)
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{(count == 1 ? "1 ticker that nobody follows is" : $"{count:N0} tickers that nobody follows are")} not in the list and kept");
    }
}

/// <summary>A ticker that the list lacks, and how many follow it.</summary>
public sealed record KeptTicker(string Symbol, long Followers);
