namespace Schema.Tests.EmbeddedPostgres;

public class StartTests
{
    [Fact]
    public async Task The_test_cluster_is_another_one_syncs_nothing_to_disk_and_has_nothing_outside_of_its_folder()
    {
        await using var checkout = Checkout.Create();

        var url = await checkout.Start("--test");

        Assert.Equal("off off off", await Checkout.Ask(url, MainClusterTests.Durability));
        Assert.Equal("mmap", await Checkout.Ask(url, "show dynamic_shared_memory_type"));
        Assert.Equal(3, (await checkout.Postgres("status")).ExitCode);
    }

    [Fact]
    public async Task A_lost_password_is_replaced_and_the_rows_stay()
    {
        await using var checkout = Checkout.Create();
        var first = await checkout.Start();
        await Checkout.Ask(first, "create table kept as select 42 as answer");
        File.Delete(checkout.File(".pg", "main.url"));

        var second = await checkout.Start();

        Assert.NotEqual(Checkout.Address(first).Password, Checkout.Address(second).Password);
        Assert.Equal("42", await Checkout.Ask(second, "select answer from kept"));
    }

    [Fact]
    public async Task Settings_for_other_servers_do_not_disturb()
    {
        await using var checkout = Checkout.Create();

        var started = await checkout.Postgres(
            environment =>
            {
                environment["PGHOST"] = "other.invalid";
                environment["PGPORT"] = "1";
                environment["PGDATA"] = "/nowhere";
                environment["PGCLIENTENCODING"] = "nonsense";
            },
            "start", "--test");

        Assert.Equal("1", await Checkout.Ask(started.Output.TrimEnd('\n'), "select 1"));
    }

    [Fact]
    public async Task A_given_database_url_is_printed_as_it_is_and_nothing_starts()
    {
        await using var checkout = Checkout.Create();

        foreach (var word in new[] { "start", "url" })
        {
            var told = await checkout.Postgres(environment => environment["DATABASE_URL"] = "Host=elsewhere;Database=x", word);
            Assert.Equal((0, "Host=elsewhere;Database=x\n"), (told.ExitCode, told.Output));
        }

        Assert.False(Directory.Exists(checkout.File(".pg")));
    }
}
