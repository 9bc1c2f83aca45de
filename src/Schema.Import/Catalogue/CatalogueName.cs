using System.Text;
using System.Text.RegularExpressions;

namespace Schema.Import;

/// <summary>Names as the catalogue's text writes them: <c>public.users</c>, in quotes only where a reader would stumble.</summary>
static partial class CatalogueName
{
    // Not quote_ident: its list of keywords changes with the server's version, and this text must not.
    [GeneratedRegex("^[a-z_][a-z0-9_$]*$")]
    static partial Regex Plain { get; }

    internal static string Of(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(text.Length == 0 ? "" : ".").Append(Plain.IsMatch(part) ? part : SqlName.Quote(part));

        return text.ToString();
    }

    internal static string[] Parts(string name)
    {
        var parts = new List<string>();
        for (var start = 0; start <= name.Length;)
        {
            var end = Outside(name, start, ".");
            parts.Add(name[start] == '"' ? name[(start + 1)..(end - 1)].Replace("\"\"", "\"") : name[start..end]);
            start = end + 1;
        }

        return [.. parts];
    }

    /// <summary>Where <paramref name="mark"/> stands outside quotes and parentheses, or the end of the text.</summary>
    internal static int Outside(string text, int start, string mark)
    {
        var (quoted, depth) = (false, 0);
        for (var i = start; i < text.Length; i++)
        {
            if (!quoted && depth == 0 && string.CompareOrdinal(text, i, mark, 0, mark.Length) == 0)
                return i;

            quoted ^= text[i] == '"';
            depth += quoted ? 0 : text[i] switch { '(' => 1, ')' => -1, _ => 0 };
        }

        return text.Length;
    }
}
