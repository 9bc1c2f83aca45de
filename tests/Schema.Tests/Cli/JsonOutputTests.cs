using System.Text.Json.Nodes;
using Schema.Cli;

namespace Schema.Tests.Cli;

public class JsonOutputTests
{
    [Fact]
    public async Task Every_command_prints_one_document_of_the_written_form()
    {
        await using var database = await Databases.At("TickerFollows");
        var file = Path.Combine(SchemaProgram.Elsewhere, "json.dump");

        await Check(database, "up", 0, "up");
        await Check(database, "status", 0, "status");
        await Check(database, "history", 0, "history");
        await Check(database, "check", 0, "check");
        await Check(database, "wait", 0, "wait");
        await Check(database, "stamp", 0, "stamp", "QueueBaseline");
        await Check(database, "script", 0, "script", "0", "QueueBaseline");
        await Check(database, "script", 0, "script", "--output", Path.Combine(SchemaProgram.Elsewhere, "json.sql"));
        await Check(database, "backup", 0, "backup", file);
        await Check(database, "doctor", 0, "doctor");
        await Check(database, "doctor", 0, "doctor", "--mark", "development");
        await Check(database, "audit", 0, "audit");
        await Check(database, "audit verify", 0, "audit", "verify");
        await Check(database, "audit note", 0, "audit", "note", "note", "hello");
        await Check(database, "down", 0, "down", "RekeyTickets", "--dry-run");
        await Check(database, "archive drop", 0, "archive", "drop", "users_old", "--yes");
    }

    [Fact]
    public async Task So_do_copies_and_comparisons()
    {
        await using var source = await TestDatabase.Empty();
        await using var target = await TestDatabase.Empty();
        await source.Execute("create table one (id int primary key); insert into one values (1)");
        await target.Execute("create table one (id int primary key)");

        await Check(target, "copy", 0, "copy", source.ConnectionString, target.ConnectionString, "--dry-run");
        await Check(target, "compare", 1, "compare", source.ConnectionString, target.ConnectionString);
        await Check(target, "copy", 0, "copy", source.ConnectionString, target.ConnectionString);
        await Check(target, "compare", 0, "compare", source.ConnectionString, target.ConnectionString);
        await Check(target, "analyze", 0, "analyze", source.ConnectionString, target.ConnectionString);

        var folder = Path.Combine(SchemaProgram.Elsewhere, "json-export");
        await Check(target, "export", 0, "export", source.ConnectionString, folder);
        await Check(target, "load", 0, "load", folder, target.ConnectionString);
    }

    [Fact]
    public async Task So_do_seeds()
    {
        await using var database = await Databases.At("MarketRules");

        await Check(database, "seed users", 3, "seed", "users");
        await Check(database, "seed tickers", 0, "seed", "tickers");
        await Check(database, "seed reference", 0, "seed", "reference");
        await Check(database, "seed users", 0, "seed", "users");
        await Check(database, "seed users", 0, "seed", "users", "--count", "10");
    }

    [Fact]
    public async Task So_do_passwords()
    {
        await using var database = await Databases.AtHead();
        await database.Execute("insert into users (email) values ('ann@x.org')");

        await Check(database, "users issue-passwords", 0, "users", "issue-passwords", "--out", Path.Combine(SchemaProgram.Elsewhere, "json.csv"), "--yes");
        await Check(database, "users verify-login", 2, "users", "verify-login", "ann@x.org");
        var said = await SchemaProgram.Piped("wrong\n", "users", "verify-login", "ann@x.org", "--json", "--database", database.ConnectionString);
        Assert.Empty(JsonSchema.Output.Check(JsonNode.Parse(said.Output)!));
    }

    [Fact]
    public async Task So_do_findings_and_errors()
    {
        await using var database = await TestDatabase.Empty();
        await database.Execute("create table users (id int)");

        await Check(database, "stamp", 1, "stamp", "QueueBaseline");
        await Check(database, "schema", 2);
        await Check(database, "stamp", 2, "stamp");
        await Check(database, "up", 2, "up", "--wait", "soon");
        await Check(database, "up", 3, "up");
        await Check(database, "audit verify", 1, "audit", "verify", "--head", "00");
        await Check(database, "status", 4, "status", "--database", "postgres://127.0.0.1:1/x");
        await Check(database, "history", 0, "history");
    }

    [Fact]
    public void No_command_is_without_a_written_form()
    {
        var commands = typeof(SchemaCommand).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(SchemaCommand)) && !type.IsAbstract)
            .Select(type => ((SchemaCommand)Activator.CreateInstance(type)!).Name);

        Assert.Empty(commands.Except(JsonSchema.Output.Commands.Select(path => path.Split(' ')[^1])));
    }

    [Fact]
    public void The_written_form_is_strict()
    {
        const string document = """{"command":"wait","exit":0,"result":{"database":"ann:hush@host:1/db","password":"hush"}}""";

        Assert.Equal(
            ["$ fits not exactly one: $.result.database is 'ann:hush@host:1/db', not like ^[^@]+:[0-9]+/; $.result has password"],
            JsonSchema.Output.Check(JsonNode.Parse(document)));
    }

    static async Task Check(TestDatabase database, string command, int exitCode, params string[] words)
    {
        var said = Transcripts.IsFirst(command)
            ? await SchemaProgram.Started(database, [.. words, "--json"])
            : await SchemaProgram.On(database, [.. words, "--json"]);

        var document = JsonNode.Parse(said.Output)!;
        Assert.Empty(JsonSchema.Output.Check(document));
        Assert.Equal((command, exitCode, exitCode), ((string?)document["command"], (int)document["exit"]!, said.ExitCode));
        foreach (var line in said.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Empty(JsonSchema.Output.Check(JsonNode.Parse(line), "event"));
    }
}
