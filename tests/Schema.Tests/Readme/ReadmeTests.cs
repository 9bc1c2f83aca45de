using System.Text.RegularExpressions;
using Schema.Tests.Demo;
using Schema.Tests.EmbeddedPostgres;

namespace Schema.Tests.Readme;

/// <summary>The README is true: what stands in its sh blocks is run, in order, as a reader would.</summary>
public partial class ReadmeTests(MainCluster cluster) : IClassFixture<MainCluster>
{
    static readonly string Text = File.ReadAllText(Repository.Path("README.md"));

    /// <summary>What the first command shows is compared to the letter, see <see cref="DemoTests"/>.</summary>
    public const string Demo = "make demo";

    /// <summary>This suite is what the second command runs.</summary>
    const string Itself = "make test";

    [Fact]
    public async Task Its_commands_do_what_they_say()
    {
        var commands = ShellBlocks().Matches(Text).SelectMany(block => block.Groups[1].Value.Trim().Split('\n')).ToList();

        Assert.Equal([Demo, Itself], commands[..2]);
        foreach (var command in commands[2..])
        {
            var finished = await Shell.Run("bash", ["-c", command], start =>
            {
                Shell.Typed(start);
                start.Environment["DATABASE_URL"] = cluster.Url;
            });
            Assert.True(finished.ExitCode == 0, $"{command}\n{finished.Output}{finished.Error}");
        }
    }

    [Fact]
    public void Its_links_lead_to_headings_that_exist()
    {
        var headings = Headings().Matches(Text).Select(match => match.Groups[1].Value.ToLowerInvariant().Replace(' ', '-'));

        Assert.Empty(Links().Matches(Text).Select(match => match.Groups[1].Value).Except(headings));
    }

    [Fact]
    public async Task The_grants_it_lists_are_those_that_the_test_of_a_role_without_rights_uses()
    {
        var test = await File.ReadAllTextAsync(Repository.Path("tests", "Schema.Tests", "Processes", "LeastPrivilegeTests.cs"));

        foreach (var grant in new[] { "grant connect, create, temporary on database ", "grant usage, create on schema public to " })
        {
            Assert.Contains(grant, Text);
            Assert.Contains(grant, test);
        }
    }

    [GeneratedRegex(@"^```sh\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex ShellBlocks();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"\]\(#([^)]+)\)")]
    private static partial Regex Links();
}
