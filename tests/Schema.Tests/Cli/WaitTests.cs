namespace Schema.Tests.Cli;

public class WaitTests
{
    [Fact]
    public async Task At_head_it_returns_at_once()
    {
        await using var database = await Databases.AtHead();

        (await SchemaProgram.On(database, "wait", "--timeout", "20")).Is(0, $"{database.Name()} is ready.", "");
    }

    [Fact]
    public async Task It_waits_for_the_migrations_of_another_process()
    {
        await using var database = await Databases.At("TickerFollows");
        using var waiting = SchemaProgram.Start(database, "wait");

        Assert.Equal($"waiting for {database.Name()}: pending are {Databases.After("TickerFollows")}", await waiting.StandardError.ReadLineAsync());
        await Databases.Up(database.ConnectionString);

        Assert.Equal($"{database.Name()} is ready.\n", await waiting.StandardOutput.ReadToEndAsync());
        await waiting.WaitForExitAsync();
        Assert.Equal(0, waiting.ExitCode);
    }

    [Fact]
    public async Task A_server_that_does_not_come_is_given_up_in_time() =>
        (await SchemaProgram.On("postgres://127.0.0.1:1/queue", "wait", "--timeout", "1.5")).Is(
            4,
            "",
            """
            waiting for 127.0.0.1:1/queue: The database 127.0.0.1:1/queue cannot be opened: Connection refused
            127.0.0.1:1/queue was not ready after 1.5 s: The database 127.0.0.1:1/queue cannot be opened: Connection refused.
              schema status says where it is, schema up brings it to head.
            """);
}
