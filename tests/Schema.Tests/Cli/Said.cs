namespace Schema.Tests.Cli;

/// <summary>What a process said, compared as a whole: exit code, standard output, standard error.</summary>
static class Said
{
    public static void Is(this Finished finished, int exitCode, string output, string error)
    {
        Assert.Equal(error.ReplaceLineEndings("\n").TrimEnd(), finished.Error.TrimEnd());
        Assert.Equal(output.ReplaceLineEndings("\n").TrimEnd(), finished.Output.TrimEnd());
        Assert.Equal(exitCode, finished.ExitCode);
    }
}
