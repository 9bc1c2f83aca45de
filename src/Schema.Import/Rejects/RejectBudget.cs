using System.Globalization;

namespace Schema.Import;

/// <summary>How many rows of a run may be rejected: a number, or a share of the rows read.</summary>
public readonly record struct RejectBudget
{
    readonly long rows;
    readonly decimal? percent;

    RejectBudget(long rows, decimal? percent) => (this.rows, this.percent) = (rows, percent);

    public bool IsShare => percent is not null;

    public static RejectBudget None => default;

    public static RejectBudget Unlimited => new(long.MaxValue, null);

    public static RejectBudget Rows(long rows) => new(rows, null);

    /// <summary><c>17</c> or <c>0.5%</c>.</summary>
    public static RejectBudget Parse(string text)
    {
        var trimmed = text.Trim();
        if (long.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out var rows))
            return new(rows, null);

        if (trimmed.EndsWith('%')
            && decimal.TryParse(trimmed[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent <= 100)
            return new(0, percent);

        throw new SchemaException(
            ExitCode.Usage,
            $"--max-rejects is '{text}'; it takes a number of rows or a share of them.",
            "Write for example --max-rejects 10 or --max-rejects 0.5%.");
    }

    public bool Allows(long rejected, long read) =>
        rejected == 0 || (percent is { } share ? rejected * 100m <= share * read : rejected <= rows);

    public override string ToString() => (percent, rows) switch
    {
        ({ } share, _) => $"at most {share.ToString(CultureInfo.InvariantCulture)}% rejects are allowed",
        (null, 0) => "no rejects are allowed",
        (null, 1) => "1 reject is allowed",
        _ => $"{rows.ToString("N0", CultureInfo.InvariantCulture)} rejects are allowed",
    };
}
