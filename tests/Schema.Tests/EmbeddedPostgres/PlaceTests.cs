namespace Schema.Tests.EmbeddedPostgres;

public class PlaceTests
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [RootFact]
    public async Task Where_the_servers_user_cannot_go_the_data_lies_in_the_systems_place()
    {
        await using var checkout = Checkout.BehindAClosedDoor();

        var url = await checkout.Start("--test");

        Assert.StartsWith("/var/lib/schema-postgres/", checkout.Place);
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(checkout.Place));
        Assert.Equal(checkout.Data("test"), await Checkout.Ask(url, "show data_directory"));
        Assert.Equal(url, await checkout.Start("--test"));
        Assert.Equal(0, (await checkout.Postgres("stop", "--test")).ExitCode);
        File.SetUnixFileMode(checkout.Place, OwnerOnly | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        Assert.Equal(url, await checkout.Start("--test"));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(checkout.Place));
    }

    [RootFact]
    public async Task An_ordinary_user_has_the_data_in_the_checkout()
    {
        await using var checkout = Checkout.Create();
        await checkout.BelongTo("nobody");

        var url = await checkout.Start();

        Assert.Equal(checkout.File(".pg"), checkout.Place);
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(checkout.File(".pg", "main")));
        Assert.Equal("1", await Checkout.Ask(url, "select 1"));
    }

    [RootFact]
    public async Task Root_in_somebodys_checkout_leaves_everything_to_its_owner()
    {
        await using var checkout = Checkout.Create();
        await checkout.BelongTo("nobody");
        var started = await Shell.Run(checkout.File("scripts", "postgres"), ["start", "--test"]);

        Assert.Equal(started.Output, await checkout.Start("--test") + "\n");
        Assert.Equal(0, (await checkout.Postgres("reset", "--test", "--yes")).ExitCode);
        Assert.Equal(0, (await checkout.Postgres("stop", "--test")).ExitCode);
    }

    [RootFact]
    public async Task Whether_another_users_server_runs_is_not_guessed()
    {
        await using var checkout = Checkout.Create();
        await checkout.Start("--test");

        var asked = await AsNobody(checkout, "status", "--test");

        Assert.Equal(
            (4, "", $"{checkout.File(".pg", "test")} belongs to another user: run this as that user, or set DATABASE_URL.\n"),
            (asked.ExitCode, asked.Output, asked.Error));
    }

    [RootFact]
    public async Task Data_of_another_user_is_refused_with_what_to_do()
    {
        await using var checkout = Checkout.Create();
        Directory.CreateDirectory(checkout.File(".pg"));

        var refused = await AsNobody(checkout, "start", "--test");

        Assert.Equal(
            (4, $"{checkout.File(".pg")} belongs to another user: run this as that user, or set DATABASE_URL.\n"),
            (refused.ExitCode, refused.Error));
    }

    static Task<Finished> AsNobody(Checkout checkout, params string[] words) =>
        Shell.Run("runuser", ["-u", "nobody", "--", checkout.File("scripts", "postgres"), .. words]);
}
