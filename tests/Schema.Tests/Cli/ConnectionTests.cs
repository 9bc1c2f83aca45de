using Schema.Import;

namespace Schema.Tests.Cli;

public class ConnectionTests
{
    const string Advice = "Check the address, the password and that the server runs: schema doctor";

    [Fact]
    public async Task No_database_is_named() =>
        (await SchemaProgram.Run("status")).Is(
            2,
            "",
            """
            No database is named: --database, DATABASE_URL and ConnectionStrings__Schema are not set, and this is no checkout with a PostgreSQL of its own.
              DATABASE_URL=postgres://user:password@host:5432/database
            """);

    [Fact]
    public async Task An_address_that_cannot_be_read_is_not_repeated() =>
        (await SchemaProgram.Run("status", "--database", "postgres//ann:hush@host/db")).Is(
            2,
            "",
            """
            The database address cannot be read: it is neither a URL nor an Npgsql connection string.
              Write it as postgres://user:password@host:5432/database; percent-encode special characters of the password.
            """);

    [Theory]
    [InlineData("postgres://ann:12/hush@host/db")]
    [InlineData("postgres://ann:12#hush@host/db")]
    public void A_password_that_ends_the_address_early_is_not_shown_as_the_database(string address) =>
        Assert.Equal(
            "The database address cannot be read: it is neither a URL nor an Npgsql connection string.",
            Assert.Throws<SchemaException>(() => DatabaseAddress.Parse(address)).Message);

    [Fact]
    public async Task Nobody_listens() =>
        (await SchemaProgram.Run("status", "--database", "postgres://ann:hush@127.0.0.1:1/queue")).Is(
            4, "", $"The database 127.0.0.1:1/queue cannot be opened: Connection refused.\n  {Advice}");

    [Fact]
    public async Task The_host_is_unknown()
    {
        var said = await SchemaProgram.Run("status", "--database", "postgres://ann:hush@nowhere.invalid/queue");

        // What follows the colon is the system's resolver speaking.
        Assert.StartsWith("The database nowhere.invalid:5432/queue cannot be opened: ", said.Error);
        Assert.EndsWith($".\n  {Advice}\n", said.Error);
        Assert.Equal((4, ""), (said.ExitCode, said.Output));
    }

    [Fact]
    public async Task The_database_does_not_exist()
    {
        var address = (await TestServer.Address).ConnectionString.Replace("Database=postgres", "Database=nothing_here");
        var at = $"{(await TestServer.Address).Host}:{(await TestServer.Address).Port}/nothing_here";

        (await SchemaProgram.On(address, "up")).Is(
            4, "", $"The database {at} cannot be opened: database \"nothing_here\" does not exist.\n  {Advice}");
    }

    [Fact]
    public async Task An_unknown_environment_is_refused()
    {
        await using var database = await Databases.AtHead();

        (await SchemaProgram.On(database, "down", "--environment", "live")).Is(
            2, "", "SCHEMA_ENVIRONMENT says 'live', which is no environment.\n  Use development, staging or production.");
    }

    [Fact]
    public async Task A_newer_database_is_shown_but_not_touched()
    {
        await using var database = await Databases.AtHead();
        await database.Execute("""insert into "__EFMigrationsHistory" values ('20991231235959_Later', '99.0')""");
        var newer = $"""
            The database is newer than this program: it has 20991231235959_Later, and the newest this program knows is {Databases.Head}.
              Use the program of that version (or a newer one).
            """;

        (await SchemaProgram.On(database, "up")).Is(2, "", newer);
        (await SchemaProgram.On(database, "check")).Is(2, "", newer);
        Assert.Contains(
            "unknown    20991231235959_Later: the database is newer than this program\n", (await SchemaProgram.On(database, "status")).Output);
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_is_said_before_anything_starts() =>
        (await SchemaProgram.Run("status", "--log", "/proc/nowhere/log")).Is(
            2, "", "The log file cannot be written: Could not find a part of the path '/proc/nowhere/log'.\n  Name a file that can be written: --log FILE");
}
