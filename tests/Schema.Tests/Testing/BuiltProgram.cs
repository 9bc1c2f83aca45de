namespace Schema.Tests.Testing;

/// <summary>The program as <c>scripts/schema</c> builds it, compiled ahead of time: the tests start it hundreds of times.</summary>
public static class BuiltProgram
{
    static readonly Lazy<string> Built = new(Build);

    public static string Path => Built.Value;

    static string Build()
    {
        using var build = Shell.Start(Repository.Path("scripts", "schema"), ["--version"]);
        build.StandardInput.Close();
        var output = build.StandardOutput.ReadToEndAsync();
        var error = build.StandardError.ReadToEnd();
        build.WaitForExit();
        if (build.ExitCode != 0)
            throw new InvalidOperationException($"scripts/schema --version ended with {build.ExitCode}: {error}{output.Result}");

        return Repository.Path("artifacts", "bin", "Schema.Cli", "release", "Schema.Cli.dll");
    }
}
