namespace Schema.Tests.EmbeddedPostgres;

public class ResetTests
{
    [Fact]
    public async Task Reset_makes_an_empty_cluster_with_another_password()
    {
        await using var checkout = Checkout.Create();
        var old = await checkout.Start();
        await Checkout.Ask(old, "create table gone as select 42 as answer");

        var reset = await checkout.Postgres("reset", "--yes");

        var url = reset.Output.TrimEnd('\n');
        Assert.NotEqual(Checkout.Address(old).Password, Checkout.Address(url).Password);
        Assert.Equal("0", await Checkout.Ask(url, "select count(*) from pg_tables where schemaname = 'public'"));
    }

    [Theory]
    [InlineData("explode", "scripts/postgres does not know 'explode'. It knows start, stop, status, url and reset.\n")]
    [InlineData("start --fast", "scripts/postgres does not know '--fast'. It knows --test, --bench and --yes.\n")]
    public async Task An_unknown_word_is_named(string words, string expected)
    {
        await using var checkout = Checkout.Create();

        var refused = await checkout.Postgres(words.Split(' '));

        Assert.Equal((2, "", expected), (refused.ExitCode, refused.Output, refused.Error));
    }
}
