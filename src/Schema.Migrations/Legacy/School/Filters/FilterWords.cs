using System.Text;
using Schema.Import;

namespace Schema.Migrations;

/// <summary>Cuts the text of a filter into its words.</summary>
sealed class FilterWords(string text)
{
    int at;

    public static IReadOnlyList<FilterWord> Of(string text)
    {
        var words = new FilterWords(text);
        var found = new List<FilterWord>();
        do
            found.Add(words.Next());
        while (found[^1].Kind != FilterWordKind.End);

        return found;
    }

    /// <summary>The error that a place in a filter is.</summary>
    public static SchemaException Refused(int position, string problem) => new(
        ExitCode.Usage,
        FormattableString.Invariant($"--filter, position {position}: {problem}."),
        "For example: --filter \"schools: id in ('a', 'b')\" or --filter \"created_at > '2024-01-01'\"");

    FilterWord Next()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        if (at == text.Length)
            return new FilterWord(FilterWordKind.End, "", at + 1);

        return text[at] switch
        {
            '\'' => Quoted(FilterWordKind.Text, '\''),
            '"' => Quoted(FilterWordKind.Name, '"'),
            '(' or ')' or ',' or ':' or ';' => Taken(FilterWordKind.Sign, at + 1),
            '=' or '!' or '<' or '>' => Taken(FilterWordKind.Sign, After("=!<>".Contains, at)),
            '-' or (>= '0' and <= '9') => Taken(FilterWordKind.Number, After(IsOfName, at + 1)),
            var letter when IsOfName(letter) => Taken(FilterWordKind.Name, After(IsOfName, at)),
            var other => throw Refused(at + 1, $"\"{other}\" has no meaning in a filter"),
        };
    }

    static bool IsOfName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.';

    int After(Func<char, bool> belongs, int from)
    {
        while (from < text.Length && belongs(text[from]))
            from++;

        return from;
    }

    FilterWord Taken(FilterWordKind kind, int end)
    {
        var word = new FilterWord(kind, text[at..end], at + 1);
        at = end;

        return word;
    }

    /// <summary>A doubled quote inside is one quote.</summary>
    FilterWord Quoted(FilterWordKind kind, char quote)
    {
        var start = at++;
        var content = new StringBuilder();
        for (; at < text.Length; at++)
        {
            if (text[at] != quote)
                content.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == quote)
                content.Append(text[at++]);
            else
                return Closed(kind, content.ToString(), start);
        }

        throw Refused(start + 1, $"the {quote} that opens here is never closed");
    }

    FilterWord Closed(FilterWordKind kind, string content, int start)
    {
        at++;
        return content.Contains('\0') ? throw Refused(start + 1, "a text may not hold a NUL character") : new FilterWord(kind, content, start + 1);
    }
}
