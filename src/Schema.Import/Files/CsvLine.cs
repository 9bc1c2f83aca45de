using System.Buffers;

namespace Schema.Import;

/// <summary>Fields as a line of RFC 4180: commas, CRLF, quotes where they are needed.</summary>
public static class CsvLine
{
    static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    public static string Of(IEnumerable<string> fields) => string.Join(',', fields.Select(Field)) + "\r\n";

    static string Field(string text) => text.AsSpan().ContainsAny(NeedQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
