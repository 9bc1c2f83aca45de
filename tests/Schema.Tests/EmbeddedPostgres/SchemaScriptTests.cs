using Schema.Tests.Testing;

namespace Schema.Tests.EmbeddedPostgres;

public sealed class SchemaScriptTests : IAsyncDisposable
{
    readonly Checkout checkout = Checkout.Create("a check out");

    [Fact]
    public async Task The_program_is_built_once_and_again_when_a_source_changed()
    {
        await Write("Directory.Build.props", "<Project><PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput></PropertyGroup></Project>");
        foreach (var name in new[] { "Directory.Packages.props", "global.json", ".editorconfig" })
            await Write(name, await File.ReadAllTextAsync(Repository.Path(name)));

        await Write("src/Schema.Cli/Schema.Cli.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
            </Project>
            """);
        await Write("src/Schema.Cli/Program.cs", Program("first"));

        var started = await Task.WhenAll(Run("up", "two words"), Run("up", "two words"), Run("up", "two words"));

        Assert.All(started, run => Assert.Equal(new Finished(3, "first: up, two words\n", ""), run));
        var built = File.GetLastWriteTimeUtc(Assembly);
        await Run("status");
        Assert.Equal(built, File.GetLastWriteTimeUtc(Assembly));

        await Write("src/Schema.Cli/Program.cs", Program("second"));
        Assert.Equal("second: status\n", (await Run("status")).Output);

        await Write("src/Schema.Cli/Program.cs", "nonsense");
        var broken = await Run("status");
        Assert.Equal((70, ""), (broken.ExitCode, broken.Output));
        Assert.Contains("error CS", broken.Error, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => checkout.DisposeAsync();

    string Assembly => checkout.File("artifacts", "bin", "Schema.Cli", "release", "Schema.Cli.dll");

    static string Program(string word) => $$"""System.Console.WriteLine($"{{word}}: {string.Join(", ", args)}"); return 3;""";

    async Task Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(checkout.File(path))!);
        await File.WriteAllTextAsync(checkout.File(path), text);
    }

    Task<Finished> Run(params string[] words) =>
        Shell.Run(checkout.File("scripts", "schema"), words, start => start.WorkingDirectory = "/");
}
