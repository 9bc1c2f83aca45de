using System.Text.RegularExpressions;
using Schema.Tests.Legacy.Plume;

namespace Schema.Tests.Legacy.School;

public partial class SchoolCommandTests
{
    [Fact]
    public async Task Conflicts_go_out_with_a_check_and_come_back_with_a_run()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.Nasty();
        var file = Path.Combine(Path.GetTempPath(), $"conflicts-{Guid.NewGuid():N}.csv");

        var check = await Run(target, v1, "import", "check", "school", "--conflicts", file);
        Assert.Equal((0, ""), (check.ExitCode, check.Error));
        Assert.Contains($"\n{file} holds 5 conflicts and what would become of each; change what you like, then: schema import run school --conflicts {file}\n", check.Output);

        var run = await Run(target, v1, "import", "run", "school", "--entities", "schools,teachers", "--skip-validation", "--conflicts", file, "--force", "--verbose");
        Assert.Equal((0, ""), (run.ExitCode, Progress().Replace(run.Error, "")));
        Assert.Matches("\nschool +7 +7 +0 +0 +0 +counts, digests", run.Output);
        Assert.Matches("\n[^\n]+:\n  (person|school|entity) ", run.Output);
        Assert.EndsWith(": school is imported.\n", run.Output);

        var wrong = await Run(target, v1, "import", "run", "school", "--entities", "pupils");
        Assert.Equal(
            (2, "--entities has 'pupils', which is none of them.\n  Known are schools, admins, teachers, parents, students, links, staff, recess.\n"),
            (wrong.ExitCode, wrong.Error));
        File.Delete(file);
    }

    static Task<Finished> Run(TestDatabase target, TestDatabase v1, params string[] words) => PlumeProgram.Run(words, start =>
    {
        start.Environment["DATABASE_URL"] = target.ConnectionString;
        start.Environment["V1_DB_HOST"] = Address(v1).Host;
        start.Environment["V1_DB_PORT"] = $"{Address(v1).Port}";
        start.Environment["V1_DB_NAME"] = Address(v1).Database;
        start.Environment["V1_DB_USER"] = Address(v1).Username;
    });

    static Npgsql.NpgsqlConnectionStringBuilder Address(TestDatabase database) => new(database.ConnectionString);

    [GeneratedRegex(@"^.*school.*\n", RegexOptions.Multiline)]
    private static partial Regex Progress();
}
