using System.Globalization;

namespace Schema.Cli;

/// <summary>A number and what it counts: 1 row, 1,204 rows.</summary>
static class Counted
{
    public static string Of(long count, string one) =>
        count == 1 ? $"1 {one}" : $"{count.ToString("N0", CultureInfo.InvariantCulture)} {one}s";
}
