using System.Net;
using System.Net.Sockets;

namespace Schema.Tests.EmbeddedPostgres;

public class TogetherTests
{
    [Fact]
    public async Task Starts_at_once_in_one_checkout_give_one_server()
    {
        await using var checkout = Checkout.Create();

        var urls = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => checkout.Start("--test")));

        Assert.Single(urls.Distinct());
        Assert.Equal("1", await Checkout.Ask(urls[0], "select 1"));
    }

    [Fact]
    public async Task Two_checkouts_have_two_servers_even_if_one_is_a_copy_of_the_other()
    {
        await using var first = Checkout.Create();
        await using var second = Checkout.Create();
        var remembered = await first.Start("--test");
        Directory.CreateDirectory(second.File(".pg"));
        File.Copy(first.File(".pg", "test.url"), second.File(".pg", "test.url"));
        File.Copy(first.File(".pg", "where"), second.File(".pg", "where"));
        if (new FileInfo(first.File(".pg", "test")).LinkTarget is { } inMemory)
            File.CreateSymbolicLink(second.File(".pg", "test"), inMemory);

        var other = await second.Start("--test");

        Assert.NotEqual(remembered, other);
        Assert.Equal(first.Data("test"), await Checkout.Ask(remembered, "show data_directory"));
        Assert.Equal(second.Data("test"), await Checkout.Ask(other, "show data_directory"));
        Assert.NotEqual(first.Data("test"), second.Data("test"));
    }

    [Fact]
    public async Task A_taken_port_is_left_alone_and_the_one_found_instead_is_kept()
    {
        await using var checkout = Checkout.Create();
        var wanted = await checkout.Start("--test");
        await checkout.Postgres("stop", "--test");
        using var taken = new TcpListener(IPAddress.Loopback, Checkout.Address(wanted).Port);
        taken.Start();

        var found = await checkout.Start("--test");
        taken.Stop();
        await checkout.Postgres("stop", "--test");

        Assert.NotEqual(wanted, found);
        Assert.InRange(Checkout.Address(found).Port, 20000, 32767);
        Assert.Equal(found, await checkout.Start("--test"));
    }
}
