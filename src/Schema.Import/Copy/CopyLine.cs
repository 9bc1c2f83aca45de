using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Schema.Import;

/// <summary>The number of the row at which the server refused a COPY.</summary>
static partial class CopyLine
{
    public static long? Of(PostgresException refused) =>
        refused.Where is { } where && Pattern().Match(where) is { Success: true } match
            ? long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"^COPY .+, line (\d+)", RegexOptions.Multiline)]
    private static partial Regex Pattern();
}
