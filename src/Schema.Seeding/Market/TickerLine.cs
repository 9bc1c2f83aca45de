using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Schema.Import;

namespace Schema.Seeding;

/// <summary>One line of a ticker list on its way to a row.</summary>
sealed class TickerLine(CsvRecords records, Dictionary<string, int> columns, string file)
{
    const int Longest = 40;

    public static SchemaException Wrong(string file, long line, string column, string problem) => new(
        ExitCode.DataRefused,
        FormattableString.Invariant($"{file}, line {line:N0}, column {column} {problem}."),
        "Nothing was loaded. Correct that line.");

    public TickerRow Parse()
    {
        if (!Utf8.IsValid(records.Whole))
            throw records.Broken("the line is not valid UTF-8", records.Line);
        if (records.Count != columns.Count)
            throw records.Broken($"the line has {records.Count} fields, the header has {columns.Count}", records.Line);

        return new TickerRow(
            Required("symbol").ToUpperInvariant(),
            Required("name"),
            Optional("exchange", 50),
            Sources(),
            Aliases(),
            Flag("is_sp500"),
            Optional("cik", 20));
    }

    string Required(string column) => Text(column) is { Length: > 0 } text ? text : throw Wrong(column, "is empty");

    string? Optional(string column, int most)
    {
        var text = Text(column);
        if (text.EnumerateRunes().Count() > most)
            throw Wrong(column, $"is '{Shown(text)}', longer than {most} characters");

        return text.Length == 0 ? null : text;
    }

    string Sources() => List(Text("sources").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    string Aliases()
    {
        var text = Text("aliases");
        return text.Length == 0 ? "[]" : Texts(text) is { } aliases ? List(aliases) : throw Wrong("aliases", $"is '{Shown(text)}', not a JSON list of texts");
    }

    static string[]? Texts(string json)
    {
        try
        {
            // What jsonb cannot hold is no text either.
            return JsonSerializer.Deserialize<string[]>(json) is { } texts && texts.All(text => text?.Contains('\0') == false) ? texts : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    bool Flag(string column) => Text(column).ToLowerInvariant() switch
    {
        "true" => true,
        "false" => false,
        var other => throw Wrong(column, $"is '{Shown(other)}', neither True nor False"),
    };

    string Text(string column)
    {
        var text = Encoding.UTF8.GetString(records[columns[column]]).Trim();
        return text.Contains('\0') ? throw Wrong(column, "holds a NUL character") : text;
    }

    SchemaException Wrong(string column, string problem) => Wrong(file, records.Line, column, problem);

    static string List(string[] texts) => new JsonArray([.. texts.Select(text => JsonValue.Create(text))]).ToJsonString();

    static string Shown(string text) => text.Length <= Longest ? text : $"{text[..(Longest - 1)]}…";
}
