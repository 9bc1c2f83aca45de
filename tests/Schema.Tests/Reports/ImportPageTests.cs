using Schema.Cli;
using Schema.Import;

namespace Schema.Tests.Reports;

public class ImportPageTests
{
    static readonly ImportReport Report = new(
        "orchard",
        Guid.Empty,
        [
            new("growers", "growers")
            {
                ReadsSource = true, Read = 30_000, Written = 29_000, Kept = 990, Merged = 7, Rejected = 3, Proof = ProofKind.Digests,
                Digest = "0123456789abcdef0123456789abcdef", Duration = TimeSpan.FromSeconds(1.5),
                Rejects = [new("grower", "<b>1</b>", "has no e-mail"), new("grower", "2", "is \"old\" & gone"), new("grower", "3", "has no e-mail")],
            },
        ],
        [new("shares an address", "grower 4 <script>alert(1)</script>"), new("shares an address", "grower 5")])
    {
        Source = "postgres host:5432/orchard",
    };

    [Fact]
    public void A_page_has_a_row_and_a_bar_for_each_step()
    {
        var page = Page(Report);

        Assert.Contains("<strong>99.99 % of 30,000 rows arrived</strong>: 29,000 written, 990 kept, 7 merged, 3 rejected, in 1.50 s (20,000 rows/s).", page);
        Assert.Contains(
            "<tr><td>growers</td><td>growers</td><td class=\"number\">30,000</td><td class=\"number\">29,000</td><td class=\"number\">990</td>"
            + "<td class=\"number\">7</td><td class=\"number\">3</td><td><div class=\"bar\">"
            + "<span class=\"written\" style=\"flex:29000\" title=\"29000 written\"></span><span class=\"kept\" style=\"flex:990\" title=\"990 kept\"></span>"
            + "<span class=\"merged\" style=\"flex:7\" title=\"7 merged\"></span><span class=\"rejected\" style=\"flex:3\" title=\"3 rejected\"></span></div></td>"
            + "<td>digests 01234567…</td><td class=\"number\">1.50</td></tr>",
            page);
    }

    [Fact]
    public void Rejects_are_counted_by_reason_and_conflicts_listed()
    {
        var page = Page(Report);

        Assert.Contains("<tr><td>growers</td><td class=\"number\">2</td><td>has no e-mail</td><td>&lt;b&gt;1&lt;/b&gt;, 3</td></tr>", page);
        Assert.Contains("<tr><td>growers</td><td class=\"number\">1</td><td>is &quot;old&quot; &amp; gone</td><td>2</td></tr>", page);
        Assert.Contains("<summary>shares an address: 2</summary><ul>\n<li>grower 4 &lt;script&gt;alert(1)&lt;/script&gt;</li>\n<li>grower 5</li>\n</ul></details>", page);
    }

    [Fact]
    public async Task The_file_of_all_rejects_is_counted_where_the_report_has_the_first_alone()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, string.Concat(Enumerable.Range(1, 2000).Select(key => $$"""{"key":"{{key}}","reason":"{{(key % 4 == 0 ? "is old" : "is new")}}"}""" + "\n")));

        var reasons = RejectReason.Of(Report.Steps[0] with { RejectsFile = file });

        Assert.Equal(["is new 1500 1 2 3", "is old 500 4 8 12"], reasons.Select(reason => $"{reason.Reason} {reason.Count} {string.Join(' ', reason.Keys)}"));
        File.Delete(file);
    }

    [Fact]
    public void A_page_needs_nothing_but_itself()
    {
        var page = Page(Report, outcome: "<img src=x>", succeeded: false);

        Assert.Contains("<strong class=\"failed\">&lt;img src=x&gt;</strong>", page);
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotMatch("(src|href)=[\"']?[a-z]", page.Replace("&lt;img src=x&gt;", ""));
        Assert.DoesNotContain("://", page);
        Assert.DoesNotContain("url(", page);
        Assert.StartsWith("<!doctype html>\n", page);
        Assert.EndsWith("</html>", page);
    }

    [Theory]
    [InlineData(0, 0, "100 % of 0 rows arrived")]
    [InlineData(1, 0, "100 % of 1 row arrived")]
    [InlineData(1_000_000, 1, "99.99 % of 1,000,000 rows arrived")]
    [InlineData(3, 1, "66.66 % of 3 rows arrived")]
    [InlineData(2, 1, "50 % of 2 rows arrived")]
    public void Only_all_of_them_are_a_hundred_percent(long read, long rejected, string rate) =>
        Assert.Equal(rate, SuccessRate.Of(new("orchard", Guid.Empty, [new("growers", "growers") { ReadsSource = true, Read = read, Rejected = rejected }], [])));

    static string Page(ImportReport report, string outcome = "Done.", bool succeeded = true) =>
        string.Join('\n', new ImportPage("host:5432/app", new(2026, 11, 20, 22, 0, 0, TimeSpan.Zero), outcome, succeeded, [report]).Lines());
}
