using System.Text.RegularExpressions;
using Npgsql;

namespace Schema.Tests.EmbeddedPostgres;

public class MainClusterTests(MainCluster cluster) : IClassFixture<MainCluster>
{
    internal const string Durability = """
        select concat_ws(' ', current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit'))
        """;

    [Fact]
    public async Task Start_prints_the_url_of_a_durable_server_and_nothing_else()
    {
        Assert.Equal(0, cluster.Started.ExitCode);
        Assert.Matches(
            new Regex(@"\Apostgres://postgres:[0-9a-f]{32}@127\.0\.0\.1:[23][0-9]{4}/schema\n\z"), cluster.Started.Output);
        Assert.Equal("on on on", await Checkout.Ask(cluster.Url, Durability));
    }

    [Fact]
    public async Task A_running_server_is_found_by_every_word()
    {
        var checkout = cluster.Checkout;

        Assert.Equal(cluster.Started.Output, (await checkout.Postgres("start")).Output);
        Assert.Equal(cluster.Started.Output, (await checkout.Postgres("url")).Output);
        Assert.Equal(
            $"The main cluster runs on 127.0.0.1:{Checkout.Address(cluster.Url).Port}; its data lies in {checkout.File(".pg", "main")}\n",
            (await checkout.Postgres("status")).Output);
    }

    [Fact]
    public async Task Nobody_comes_in_without_the_password_and_only_the_owner_can_read_it()
    {
        var address = Checkout.Address(cluster.Url);
        address.Password = "wrong";
        await using var connection = new NpgsqlConnection(address.ConnectionString);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync());

        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(cluster.Checkout.File(".pg", "main.url")));
    }

    [Fact]
    public async Task Reset_deletes_nothing_unless_somebody_said_so()
    {
        await Checkout.Ask(cluster.Url, "create table kept as select 42 as answer");

        var refused = await cluster.Checkout.Postgres("reset");

        Assert.Equal(
            (5, "", "Nothing was deleted: reset asks on a terminal, and there is none. Say it with: scripts/postgres reset --yes\n"),
            (refused.ExitCode, refused.Output, refused.Error));
        Assert.Equal("42", await Checkout.Ask(cluster.Url, "select answer from kept"));
    }
}
