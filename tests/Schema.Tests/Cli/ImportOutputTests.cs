using System.Text.Json.Nodes;
using Npgsql;
using Schema.Cli;
using Schema.Import;

namespace Schema.Tests.Cli;

/// <summary>What imports say: as data, as progress, and never a secret.</summary>
public class ImportOutputTests
{
    [Fact]
    public async Task Every_command_prints_one_document_of_the_written_form()
    {
        await using var plume = await ImportProgram.Plume();
        await using var queue = await ImportProgram.Queue();

        await Check(queue, plume, "import list", 0, "import", "list");
        await Check(queue, plume, "import check", 0, "import", "check", "plume");
        await Check(queue, plume, "up", 0, "up", "--dry-run");
        await Check(queue, plume, "up", 0, "up");
        await Check(queue, plume, "import run", 0, "import", "run", "plume");
        await Check(queue, plume, "import list", 0, "import", "list", "plume");
        await Check(queue, plume, "import verify", 0, "import", "verify", "plume");
        await Check(queue, plume, "compare", 0, "compare", "--counts", "plume");
        await plume.Execute("""insert into "user" (id) values ('d'), ('')""");
        await Check(queue, plume, "import verify", 1, "import", "verify", "plume");
        await Check(queue, plume, "import check", 1, "import", "check", "plume");
        await Check(queue, plume, "import run", 3, "import", "run", "plume");
        await Check(queue, plume, "import run", 0, "import", "run", "plume", "--max-rejects", "1");
        await Check(queue, plume, "import undo", 5, "import", "undo", "plume");
        await Check(queue, plume, "import undo", 0, "import", "undo", "plume", "--yes", "--dry-run");
        await Check(queue, plume, "down", 0, "down", "--yes");
        await Check(queue, plume, "import run", 2, "import", "run", "pear");
    }

    [Fact]
    public async Task No_secret_of_a_source_appears_in_output_log_or_ledger()
    {
        const string secret = "hush'; =%@/";
        await using var role = await PasswordRole.Create("plume", secret);
        await using var plume = await ImportProgram.Plume();
        await using var queue = await ImportProgram.Queue();
        var log = Path.Combine(SchemaProgram.Elsewhere, "import-secrets.log");
        var right = $"postgres://{role.Name}:{Uri.EscapeDataString(secret)}@{plume.Name()}";
        var pairs = new NpgsqlConnectionStringBuilder(plume.ConnectionString) { Username = role.Name, Password = secret }.ConnectionString;
        var wrong = right.Replace("hush", "hushed");

        var said = new List<string>();
        foreach (var (address, words) in new[]
        {
            (wrong, "up"), (right, "import list"), (right, "import check plume"), (right, "up"), (right, "import run plume"), (pairs, "import list --json"),
            (pairs, "import verify plume"), (wrong, "import run plume"), (wrong, "import check plume --json"), (pairs, "status"), (right, "audit"),
        })
        {
            var finished = await queue.With(address, [.. words.Split(' '), "--debug", "--log", log]);
            said.Add($"{words}: {finished.ExitCode}\n{finished.Output}{finished.Error}");
        }

        said.Add(await File.ReadAllTextAsync(log));
        said.AddRange(await queue.Rows("select line::text from ledger.line as line"));
        Assert.Equal(["4", "0", "0", "0", "0", "0", "0", "4", "4", "0", "0"], said.Take(11).Select(text => text.Split('\n')[0].Split(": ")[1]));
        Assert.All(said, text => Assert.DoesNotContain("hush", text));
    }

    [Fact]
    public async Task A_source_says_about_how_many_rows_are_to_come()
    {
        await using var plume = await ImportProgram.Plume("insert into \"user\" (id) select n::text from generate_series(1, 20000) n; analyze \"user\"");
        await using var queue = await ImportProgram.Queue();

        var said = await queue.With(plume.ConnectionString, "up", "--json");

        Assert.Contains("{\"import\":\"plume\",\"step\":\"plume_person\",\"rows\":0,\"expected\":20000,\"seconds\":0}\n", said.Error);
        Assert.Contains("\"step\":\"plume_person\",\"rows\":20000,\"expected\":20000,", said.Error);
    }

    [Theory]
    [InlineData(12_345, null, 3, "  orchard, plots: 12,345 rows, 4,115 rows/s")]
    [InlineData(0, null, 0, "  orchard, plots: 0 rows, 0 rows/s")]
    [InlineData(250, 1_000, 1, "  orchard, plots: [#####---------------] 25 % of about 1,000 rows, 250 rows/s, 3.0 s left")]
    [InlineData(1_200, 1_000, 1, "  orchard, plots: [####################] 100 % of about 1,000 rows, 1,200 rows/s, 0.0 s left")]
    public void Progress_is_rows_and_rate_and_a_bar_where_the_end_is_known(long rows, int? expected, int seconds, string line) =>
        Assert.Equal(line, ImportMeter.Text(new ImportProgress("orchard", "plots", rows, expected), TimeSpan.FromSeconds(seconds)));

    static async Task Check(TestDatabase queue, TestDatabase plume, string command, int exitCode, params string[] words)
    {
        var said = Transcripts.IsFirst(command)
            ? await queue.Started(plume, [.. words, "--json"])
            : await queue.With(plume.ConnectionString, [.. words, "--json"]);

        var document = JsonNode.Parse(said.Output)!;
        Assert.Empty(JsonSchema.Output.Check(document));
        Assert.Equal((command, exitCode, exitCode), ((string?)document["command"], (int)document["exit"]!, said.ExitCode));
        foreach (var line in said.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Empty(JsonSchema.Output.Check(JsonNode.Parse(line), "event"));
    }
}
