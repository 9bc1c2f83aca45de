using System.Globalization;
using System.Net;

namespace Schema.Cli;

/// <summary>Texts and numbers as HTML; whatever came out of a database is text.</summary>
static class Html
{
    public static string Text(string text) => WebUtility.HtmlEncode(text.Replace('\0', '␀'));

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Number(double number) => number.ToString("N2", CultureInfo.InvariantCulture);

    public static string Row(params ReadOnlySpan<string> cells) => $"<tr>{string.Concat(cells)}</tr>";

    public static string Cell(string text) => $"<td>{Text(text)}</td>";

    public static string Cell(long number) => $"<td class=\"number\">{Number(number)}</td>";

    public static string Heading(params ReadOnlySpan<string> names)
    {
        var cells = "";
        foreach (var name in names)
            cells += $"<th>{Text(name)}</th>";

        return $"<tr>{cells}</tr>";
    }
}
