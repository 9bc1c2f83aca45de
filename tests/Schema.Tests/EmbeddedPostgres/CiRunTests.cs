namespace Schema.Tests.EmbeddedPostgres;

public sealed class CiRunTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("schema-ci-");

    [Fact]
    public async Task The_last_line_adds_up_all_result_files()
    {
        var run = await Run("""
            mkdir -p artifacts/test-results/other
            echo '<Counters total="5" executed="4" passed="4" failed="0" error="0" />' > artifacts/test-results/a.trx
            echo '<Counters total="3" executed="3" passed="3" failed="0" error="0" />' > artifacts/test-results/other/b.trx
            """);

        Assert.Equal((0, "7 passed, 0 failed"), (run.ExitCode, LastLine(run)));
    }

    [Fact]
    public async Task Failed_tests_fail_the_run()
    {
        var run = await Run("""
            mkdir -p artifacts/test-results
            echo '<Counters total="5" executed="5" passed="3" failed="2" error="0" />' > artifacts/test-results/a.trx
            exit 1
            """);

        Assert.Equal((2, "3 passed, 2 failed"), (run.ExitCode, LastLine(run)));
    }

    [Theory]
    [InlineData("exit 1", 2)]
    [InlineData("true", 1)]
    public async Task A_run_without_results_is_a_failure(string recipe, int exitCode)
    {
        var run = await Run(recipe);

        Assert.Equal((exitCode, "0 passed, 1 failed"), (run.ExitCode, LastLine(run)));
    }

    [Fact]
    public async Task A_run_that_breaks_off_after_passed_tests_is_a_failure()
    {
        var run = await Run("""
            mkdir -p artifacts/test-results
            echo '<Counters total="5" executed="3" passed="3" failed="0" error="0" />' > artifacts/test-results/a.trx
            exit 1
            """);

        Assert.Equal((2, "3 passed, 1 failed"), (run.ExitCode, LastLine(run)));
    }

    public void Dispose() => folder.Delete(recursive: true);

    async Task<Finished> Run(string recipe)
    {
        var root = folder.FullName;
        Directory.CreateDirectory(Path.Combine(root, ".ci"));
        File.Copy(Repository.Path(".ci", "run"), Path.Combine(root, ".ci", "run"));
        await File.WriteAllTextAsync(Path.Combine(root, "recipe"), recipe);
        await File.WriteAllTextAsync(Path.Combine(root, "Makefile"), "test:\n\t@sh ./recipe\n");

        return await Shell.Run("bash", [Path.Combine(root, ".ci", "run")]);
    }

    static string LastLine(Finished run) => run.Output.TrimEnd('\n').Split('\n')[^1];
}
