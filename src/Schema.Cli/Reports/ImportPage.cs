using System.Globalization;
using Schema.Import;

namespace Schema.Cli;

/// <summary>One HTML page about what imports did, with all that it shows in itself: no scripts, nothing from elsewhere.</summary>
sealed record ImportPage(string Database, DateTimeOffset At, string Outcome, bool Succeeded, IReadOnlyList<ImportReport> Imports)
{
    const string Head = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>Imports</title>
        <style>
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #222; background: #fff }
        h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; margin-top: 2rem } h3 { font-size: 1rem }
        table { border-collapse: collapse; width: 100%; margin: .5rem 0 } th, td { text-align: left; padding: .25rem .6rem; border-bottom: 1px solid #ddd; vertical-align: top }
        th { font-weight: 600 } .number { text-align: right; font-variant-numeric: tabular-nums }
        .bar { display: flex; width: 10rem; height: .8rem; margin-top: .3rem; background: #eee } .bar span { min-width: 2px }
        .written { background: #2a7d4f } .kept { background: #7f8c9b } .merged { background: #3b6fb5 } .rejected { background: #c0392b }
        .legend span { display: inline-block; width: .8rem; height: .8rem; margin: 0 .3rem 0 1rem }
        .failed { color: #c0392b } details { margin: .5rem 0 } code { overflow-wrap: anywhere }
        </style>
        </head>
        <body>
        """;

    public IEnumerable<string> Lines()
    {
        yield return Head;
        yield return $"<h1>Imports into {Html.Text(Database)}</h1>";
        yield return $"<p>{At.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC. "
            + $"<strong{(Succeeded ? "" : " class=\"failed\"")}>{Html.Text(Outcome)}</strong></p>";
        yield return "<p class=\"legend\"><span class=\"written\"></span>written<span class=\"kept\"></span>kept<span class=\"merged\"></span>merged<span class=\"rejected\"></span>rejected</p>";
        foreach (var line in Imports.SelectMany(ImportSection.Lines))
            yield return line;
        if (Imports.Count == 0)
            yield return "<p>No import ran.</p>";

        yield return "</body>";
        yield return "</html>";
    }
}
