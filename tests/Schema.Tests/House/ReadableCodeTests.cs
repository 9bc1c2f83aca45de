using System.Text.RegularExpressions;

namespace Schema.Tests.House;

public partial class ReadableCodeTests
{
    const int Longest = 200;

    [Fact]
    public void One_file_holds_one_idea() =>
        Assert.Empty(Files().Where(file => !file.Path.Contains("/Migrations/")).Where(file => file.Text.Count(letter => letter == '\n') > Longest).Select(file => file.Path));

    [Fact]
    public void Names_say_what_a_thing_is() =>
        Assert.DoesNotContain(Files(), file => EmptyNames().IsMatch(file.Path));

    [Fact]
    public void Nothing_is_unfinished_by_its_own_words() =>
        Assert.Empty(Files().Where(file => Unfinished().IsMatch(file.Code)).Select(file => file.Path));

    [Fact]
    public void No_regions_and_no_swallowed_exceptions() =>
        Assert.Empty(Files().Where(file => file.Code.Contains("#region") || Swallowed().IsMatch(file.Code)).Select(file => file.Path));

    [Fact]
    public void Tests_await_conditions_and_never_sleep() =>
        Assert.Empty(Files().Where(file => file.Path.StartsWith("tests/Schema.Tests/", StringComparison.Ordinal) && Sleeps().IsMatch(file.Code)).Select(file => file.Path));

    [Fact]
    public void Identifiers_become_SQL_in_one_place() =>
        Assert.Empty(Files().Where(file => file.Path != "src/Schema.Import/Sql/SqlName.cs" && QuotesByHand().IsMatch(file.Text)).Select(file => file.Path));

    static IEnumerable<SourceFile> Files() =>
        SourceFile.All.Where(file => !file.IsGenerated && !file.Path.StartsWith("tests/Schema.Tests/House/", StringComparison.Ordinal));

    [GeneratedRegex(@"(Helper|Helpers|Manager|Utils|Utility|Common|Misc|BaseService)\.cs$")]
    private static partial Regex EmptyNames();

    [GeneratedRegex(@"\bNotImplementedException\b|\bTODO\b|\bFIXME\b|\bHACK\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"catch\s*(\(Exception[^)]*\))?\s*\{\s*\}")]
    private static partial Regex Swallowed();

    [GeneratedRegex(@"\bThread\.Sleep\b|\bTask\.Delay\b")]
    private static partial Regex Sleeps();

    [GeneratedRegex("""Replace\("\\"", "\\"\\""\)""")]
    private static partial Regex QuotesByHand();
}
