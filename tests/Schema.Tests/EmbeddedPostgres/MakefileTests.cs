using System.Text.RegularExpressions;

namespace Schema.Tests.EmbeddedPostgres;

public class MakefileTests
{
    [Fact]
    public async Task Help_is_the_default_and_lists_every_target_but_inner_ones()
    {
        var makefile = await File.ReadAllTextAsync(Repository.Path("Makefile"));
        var targets = Regex.Matches(makefile, @"^\.PHONY: ([a-z-]+)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value);

        var help = await Make();

        var listed = Regex.Matches(help.Output, @"^  make ([a-z-]+) +\S.*\.$|^  make ([a-z-]+) +\S.*(: NAME=\w+|\))\.?$", RegexOptions.Multiline);
        Assert.Equal(targets.Where(target => target != "named"), listed.Select(match => match.Groups[1].Value + match.Groups[2].Value));
    }

    [Theory]
    [InlineData("migrate-create", "Which one? Type: make migrate-create NAME=AddPlots")]
    [InlineData("migrate-stamp", "Which one? Type: make migrate-stamp NAME=QueueBaseline")]
    [InlineData("legacy", "Which one? Type: make legacy NAME=Orchard")]
    public async Task A_missing_name_is_asked_for(string target, string expected)
    {
        var refused = await Make(target);

        Assert.Equal(2, refused.ExitCode);
        Assert.Equal(expected, refused.Error.Split('\n')[0]);
    }

    [Fact]
    public async Task A_name_in_the_environment_is_somebody_elses()
    {
        var refused = await Shell.Run("make", ["migrate-create"], start => start.Environment["NAME"] = "MY-LAPTOP");

        Assert.Equal(2, refused.ExitCode);
    }

    [Theory]
    [InlineData("AddPlots")]
    [InlineData("$(shell touch made)")]
    [InlineData("x; `touch made` $HOME && touch made")]
    [InlineData("it's; touch made; echo '")]
    public async Task A_name_reaches_the_program_as_it_was_typed(string name)
    {
        var folder = Directory.CreateTempSubdirectory("schema-make-");
        try
        {
            var program = Path.Combine(folder.CreateSubdirectory("scripts").FullName, "schema");
            await File.WriteAllTextAsync(program, """
                #!/bin/sh
                printf '[%s]' "$@"
                """);
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);

            var made = await Make(
                "-C", folder.FullName, "-f", Repository.Path("Makefile"), "migrate-create", $"NAME={name}", "ARGS=--json --yes");

            Assert.Equal($"[create][{name}][--json][--yes]", made.Output);
            Assert.False(File.Exists(Path.Combine(folder.FullName, "made")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("migrate-status", "scripts/schema status")]
    [InlineData("migrate-history", "scripts/schema history")]
    [InlineData("migrate-up", "scripts/schema up")]
    [InlineData("migrate-down", "scripts/schema down")]
    [InlineData("migrate-check", "scripts/schema check")]
    [InlineData("demo", "scripts/schema demo")]
    [InlineData("bench", "dotnet run --configuration Release --project tests/Schema.Benchmarks --")]
    [InlineData("seed-reference", "scripts/schema seed reference")]
    [InlineData("seed-tickers", "scripts/schema seed tickers")]
    [InlineData("seed-users", "scripts/schema seed users")]
    [InlineData("test-users", "scripts/test --filter \"FullyQualifiedName~Schema.Tests.Seeding|FullyQualifiedName~CentralUsers|FullyQualifiedName~Migrations.Market\"")]
    [InlineData("db-init", "scripts/schema up  && scripts/schema seed reference  && scripts/schema seed tickers")]
    [InlineData("backup", "scripts/schema backup")]
    [InlineData("db-start", "scripts/postgres start")]
    [InlineData("db-stop", "scripts/postgres stop")]
    [InlineData("db-reset", "scripts/postgres reset")]
    public async Task A_target_is_one_call(string target, string call)
    {
        var planned = await Make("--dry-run", target);

        Assert.Equal(call, planned.Output.Trim());
    }

    static Task<Finished> Make(params string[] words) => Shell.Run("make", ["--no-print-directory", .. words], Shell.Typed);
}
