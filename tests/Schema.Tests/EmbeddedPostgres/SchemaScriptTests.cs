namespace Schema.Tests.EmbeddedPostgres;

public class SchemaScriptTests
{
    [Fact]
    public async Task The_program_is_built_once_and_again_when_a_source_changed()
    {
        await using var checkout = Checkout.Create("a check out");
        await Lay(checkout);

        var started = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Run(checkout, "up", "two words")));

        Assert.All(started, run => Assert.Equal(new Finished(3, "first: up, two words\n", ""), run));
        var built = File.GetLastWriteTimeUtc(Assembly(checkout));
        await Run(checkout, "status");
        Assert.Equal(built, File.GetLastWriteTimeUtc(Assembly(checkout)));

        await Write(checkout, "src/Schema.Cli/Program.cs", Program("second"));
        Assert.Equal("second: status\n", (await Run(checkout, "status")).Output);

        await Write(checkout, "src/Schema.Cli/Program.cs", "nonsense");
        var broken = await Run(checkout, "status");
        Assert.Equal((70, ""), (broken.ExitCode, broken.Output));
        Assert.Contains("error CS", broken.Error, StringComparison.Ordinal);
    }

    /// <summary>The smallest program that stands where the real one stands.</summary>
    static async Task Lay(Checkout checkout)
    {
        await Write(checkout, "Directory.Build.props", "<Project><PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput></PropertyGroup></Project>");
        foreach (var name in new[] { "Directory.Build.targets", "Directory.Packages.props", "global.json", ".editorconfig" })
            await Write(checkout, name, await File.ReadAllTextAsync(Repository.Path(name)));

        // One project has nothing to share with a second process.
        await Write(checkout, "Directory.Build.rsp", "-maxCpuCount:1");
        await Write(checkout, "src/Schema.Cli/Schema.Cli.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
            </Project>
            """);
        await Write(checkout, "src/Schema.Cli/Program.cs", Program("first"));
    }

    static string Assembly(Checkout checkout) =>
        checkout.File("artifacts", "bin", "Schema.Cli", "release", "Schema.Cli.dll");

    static string Program(string word) => $$"""System.Console.WriteLine($"{{word}}: {string.Join(", ", args)}"); return 3;""";

    static async Task Write(Checkout checkout, string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(checkout.File(path))!);
        await File.WriteAllTextAsync(checkout.File(path), text);
    }

    static Task<Finished> Run(Checkout checkout, params string[] words) =>
        Shell.Run(checkout.File("scripts", "schema"), words, start =>
        {
            start.WorkingDirectory = "/";
            start.Environment["RunAnalyzers"] = "false";
        });
}
