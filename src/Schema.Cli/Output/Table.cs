namespace Schema.Cli;

/// <summary>Rows in columns that fit their longest text.</summary>
static class Table
{
    public static IEnumerable<string> Lines(IReadOnlyList<string> heading, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] all = [heading, .. rows];
        var widths = heading.Select((_, column) => all.Max(row => row[column].Length)).ToArray();

        return all.Select(row => string.Join("  ", row.Select((text, column) => text.PadRight(widths[column]))).TrimEnd());
    }
}
