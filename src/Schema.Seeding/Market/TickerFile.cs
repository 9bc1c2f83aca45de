using System.Text;
using System.Text.Unicode;
using Schema.Import;

namespace Schema.Seeding;

/// <summary>A list of tickers as CSV: all of it, or the line and column that is wrong.</summary>
public static class TickerFile
{
    const string Delivered = "tickers.csv";

    static readonly string[] Columns = ["symbol", "name", "exchange", "sources", "aliases", "is_sp500", "cik"];

    /// <summary>The small list that comes with the program.</summary>
    public static Task<IReadOnlyList<TickerRow>> ReadDelivered(CancellationToken cancellationToken) =>
        Read(typeof(TickerFile).Assembly.GetManifestResourceStream(Delivered)!, $"the delivered {Delivered}", cancellationToken);

    public static async Task<IReadOnlyList<TickerRow>> Read(Stream stream, string file, CancellationToken cancellationToken)
    {
        await using var records = new CsvRecords(stream, file, (byte)',');
        if (!await records.Read(cancellationToken))
            throw records.Broken("the file is empty, a header is expected", 1);

        var columns = Header(records);
        var lines = new Dictionary<string, (TickerRow Row, long Line)>(StringComparer.Ordinal);
        while (await records.Read(cancellationToken))
        {
            if (records.IsBlank)
                continue;

            var row = new TickerLine(records, columns, file).Parse();
            if (!lines.TryAdd(row.Symbol, (row, records.Line)))
                throw TickerLine.Wrong(file, records.Line, "symbol", FormattableString.Invariant($"is {row.Symbol}, as on line {lines[row.Symbol].Line:N0}"));
        }

        return [.. lines.Values.Select(line => line.Row)];
    }

    static Dictionary<string, int> Header(CsvRecords records)
    {
        if (!Utf8.IsValid(records.Whole))
            throw records.Broken("the header is not valid UTF-8", 1);

        var names = Enumerable.Range(0, records.Count).Select(field => Encoding.UTF8.GetString(records[field]).Trim().ToLowerInvariant()).ToList();
        var problems = Columns.Except(names).Select(name => $"the column {name} is missing")
            .Concat(names.Except(Columns).Select(name => $"the column '{name}' is unknown"))
            .Concat(names.CountBy(name => name).Where(pair => pair.Value > 1).Select(pair => $"the column {pair.Key} is there twice"))
            .ToList();
        if (problems.Count > 0)
            throw records.Broken($"{string.Join(", ", problems)}; expected are {string.Join(",", Columns)}", records.Line);

        return names.Index().ToDictionary(column => column.Item, column => column.Index);
    }
}
