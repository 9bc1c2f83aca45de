using Schema.Import;

namespace Schema.Tests.Rejects;

public class RejectBudgetTests
{
    [Theory]
    [InlineData("0", 0, 100, true)]
    [InlineData("0", 1, 100, false)]
    [InlineData("3", 3, 100, true)]
    [InlineData("3", 4, 100, false)]
    [InlineData("0.5%", 5, 1000, true)]
    [InlineData("0.5%", 6, 1000, false)]
    [InlineData("100%", 7, 7, true)]
    public void A_budget_allows_a_number_or_a_share(string budget, long rejected, long read, bool allowed) =>
        Assert.Equal(allowed, RejectBudget.Parse(budget).Allows(rejected, read));

    [Theory]
    [InlineData("0", "no rejects are allowed")]
    [InlineData("1", "1 reject is allowed")]
    [InlineData("1200", "1,200 rejects are allowed")]
    [InlineData("0.5%", "at most 0.5% rejects are allowed")]
    public void A_budget_is_said_in_words(string budget, string words) => Assert.Equal(words, RejectBudget.Parse(budget).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("101%")]
    [InlineData("many")]
    public void What_is_neither_is_refused(string budget)
    {
        var refused = Assert.Throws<SchemaException>(() => RejectBudget.Parse(budget));

        Assert.Equal($"--max-rejects is '{budget}'; it takes a number of rows or a share of them.", refused.Message);
        Assert.Equal("Write for example --max-rejects 10 or --max-rejects 0.5%.", refused.Advice);
    }
}
