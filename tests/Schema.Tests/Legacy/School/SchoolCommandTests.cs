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
        Assert.Contains($"\n{file} holds 6 conflicts and what would become of each; change what you like, then: schema import run school --conflicts {file}\n", check.Output);

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

    [Fact]
    public async Task A_school_is_found_by_the_code_that_was_chosen_for_it_and_a_word_that_does_not_fit_it_is_a_wrong_word()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.Nasty();
        await v1.Execute("""update "School" set "schoolCode" = 'MWA ' where "id" = 's3'""");
        using var conflicts = new EditedConflicts();
        var file = conflicts.File;
        await Run(target, v1, "import", "check", "school", "--conflicts", file);
        await conflicts.Decide(("school,s3,code", "merge"));

        var wrong = await Run(target, v1, "import", "run", "school", "--conflicts", file);
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("line 7: the decision is merge, which people can have and a school cannot;", wrong.Error);

        await conflicts.Decide(("school,s3,code", "suffix,,KAM-1"));
        var page = Path.ChangeExtension(file, ".html");
        Assert.Equal(0, (await Run(target, v1, "import", "run", "school", "--conflicts", file, "--force", "--report", page)).ExitCode);
        Assert.Contains("school s3, code KAM-1, email upendo+schools3@example.org", await File.ReadAllTextAsync(page));
        var passwords = Path.ChangeExtension(file, ".passwords");
        var issued = await Run(target, v1, "users", "issue-passwords", "--school", "KAM-1", "--out", passwords, "--dry-run", "--production");
        Assert.Contains("1 account of the school KAM-1 without a password", issued.Output);
        File.Delete(page);
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
