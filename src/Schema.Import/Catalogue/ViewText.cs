using System.Text;
using System.Text.RegularExpressions;

namespace Schema.Import;

/// <summary>A view's text on one line, and the same from every server: up to PostgreSQL 15 the columns of a view's only relation are qualified.</summary>
static partial class ViewText
{
    internal static string Normal(string sql)
    {
        var tokens = Token.Matches(sql.TrimEnd(';')).Select(match => string.IsNullOrWhiteSpace(match.Value) ? " " : match.Value).ToArray();
        var only = OnlyRelation(tokens);
        var text = new StringBuilder();
        for (var i = 0; i < tokens.Length; i++)
            if (IsQualifier(tokens, i, only))
                i++;
            else
                text.Append(tokens[i]);

        return text.ToString().Trim();
    }

    static bool IsQualifier(string[] tokens, int i, string? relation) =>
        tokens[i] == relation && i + 1 < tokens.Length && tokens[i + 1] == "." && (i == 0 || tokens[i - 1] != ".");

    /// <summary>The last name of a FROM that lists one relation is the one by which columns call it.</summary>
    static string? OnlyRelation(string[] tokens)
    {
        var depth = 0;
        string? last = null;
        var inside = false;
        foreach (var token in tokens)
        {
            depth += token switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth > 0)
                continue;

            if (inside && (token is "," or "JOIN"))
                return null;
            if (inside && Keyword.IsMatch(token))
                break;
            if (inside && Name.IsMatch(token))
                last = token;
            inside |= token == "FROM";
        }

        return last;
    }

    [GeneratedRegex("""'(?:[^']|'')*'|"(?:[^"]|"")*"|\s+|\w[\w$]*|.""", RegexOptions.Singleline)]
    static partial Regex Token { get; }

    [GeneratedRegex("^(?:WHERE|GROUP|HAVING|WINDOW|ORDER|LIMIT|OFFSET|FETCH|FOR|UNION|INTERSECT|EXCEPT)$")]
    static partial Regex Keyword { get; }

    [GeneratedRegex("""^(?:"|[^\W\d])""")]
    static partial Regex Name { get; }
}
