using System.Text.RegularExpressions;
using Schema.Tests.Cli;

namespace Schema.Tests.Readme;

/// <summary>The README's importer of one's own: its commands are typed in a checkout that holds what it shows.</summary>
public sealed partial class CustomImporterTests : IDisposable
{
    static readonly string Chapter = Chapters().Match(File.ReadAllText(Repository.Path("README.md"))).Value;

    /// <summary>The debug or release folder that these tests come from.</summary>
    static readonly string Configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/'));

    readonly string checkout = Directory.CreateTempSubdirectory("schema-orchard-").FullName;

    [Fact]
    public async Task Its_commands_do_what_they_say()
    {
        await using var database = await Databases.AtHead();
        await LayOutCheckout();
        var (layOut, commands) = (Lines(0), Lines(1));

        await Type(layOut, database);
        Assert.True(File.Exists(Path.Combine(checkout, "tests", "Schema.Tests", "Legacy", "Orchard", "people.csv")));
        await BuildMigrations();
        await Type(commands, database);

        Assert.Contains("<td>has no e-mail address</td>", await File.ReadAllTextAsync(Path.Combine(checkout, "orchard.html")));
        Assert.Equal(
            ["imported", "undone"],
            await database.Rows("select event from ledger.line where subject = 'orchard' and event in ('imported', 'undone') order by id"));
        Assert.Null(await database.Scalar<string>("select to_regclass('orchard_people')::text"));
    }

    public void Dispose() => Directory.Delete(checkout, recursive: true);

    /// <summary>The program as it was built for these tests, which scripts/schema finds newer than every source.</summary>
    async Task LayOutCheckout()
    {
        foreach (var file in new[] { "Makefile", "Schema.sln", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", ".editorconfig" })
            File.Copy(Repository.Path(file), Path.Combine(checkout, file));

        await Copy(Repository.Path("scripts"), Path.Combine(checkout, "scripts"));
        Directory.CreateDirectory(Path.Combine(checkout, "src"));
        await Copy(Repository.Path("src", "Schema.Migrations"), Path.Combine(checkout, "src", "Schema.Migrations"));
        Directory.CreateDirectory(Path.Combine(checkout, "artifacts", "bin", "Schema.Cli"));
        await Copy(AppContext.BaseDirectory, Program);
        Built();
    }

    string Program => Path.Combine(checkout, "artifacts", "bin", "Schema.Cli", "release");

    void Built() => File.WriteAllText(Path.Combine(checkout, "artifacts", "scripts-schema.stamp"), "");

    /// <summary>The one assembly that changes, against the others as they are: a build of everything would take the suite's time.</summary>
    async Task BuildMigrations()
    {
        var migrations = Path.Combine(checkout, "src", "Schema.Migrations");
        await File.WriteAllTextAsync(Path.Combine(migrations, "Migrations", "29990101000000_ImportOrchard.cs"), $$"""
            using Microsoft.EntityFrameworkCore.Infrastructure;
            using Microsoft.EntityFrameworkCore.Migrations;
            using Schema.Import;

            namespace Schema.Migrations;

            [DbContext(typeof(SchemaContext))]
            [Migration("29990101000000_ImportOrchard")]
            public sealed class ImportOrchard : Migration
            {
            {{Blocks().Match(Chapter).Groups[1].Value}}
            }
            """);
        File.Delete(Path.Combine(migrations, "packages.lock.json"));
        await File.WriteAllTextAsync(Path.Combine(migrations, "Schema.Migrations.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <RestorePackagesWithLockFile>false</RestorePackagesWithLockFile>
                <RunAnalyzers>false</RunAnalyzers>
                <EnforceCodeStyleInBuild>false</EnforceCodeStyleInBuild>
              </PropertyGroup>
              <ItemGroup>
                <EmbeddedResource Include="Catalogue/*.txt" LogicalName="%(Filename)%(Extension)" />
                {string.Join('\n', References().Select(path => $"<Reference Include=\"{path}\" Private=\"false\" />"))}
              </ItemGroup>
            </Project>
            """);

        var built = await Shell.Run("dotnet", ["build", "--nologo", "-m:1", "-v", "q", migrations], start => start.WorkingDirectory = checkout);
        Assert.True(built.ExitCode == 0, built.Output);
        File.Copy(Path.Combine(checkout, "artifacts", "bin", "Schema.Migrations", "debug", "Schema.Migrations.dll"), Path.Combine(Program, "Schema.Migrations.dll"), overwrite: true);
        Built();
    }

    static IEnumerable<string> References() =>
        Directory.EnumerateFiles(Repository.Path("artifacts", "bin", "Schema.Migrations", Configuration), "*.dll").Where(path => Path.GetFileName(path) != "Schema.Migrations.dll");

    async Task Type(IEnumerable<(string Command, int ExitCode)> lines, TestDatabase database)
    {
        var settings = new Dictionary<string, string>();
        foreach (var (command, exitCode) in lines)
        {
            if (command.StartsWith("export ", StringComparison.Ordinal))
            {
                var parts = command["export ".Length..].Split('=', 2);
                settings[parts[0]] = parts[1];
                continue;
            }

            var finished = await Shell.Run("bash", ["-c", command], start =>
            {
                Shell.Typed(start);
                foreach (var (name, value) in settings)
                    start.Environment[name] = value;

                start.WorkingDirectory = checkout;
                start.Environment["DATABASE_URL"] = database.ConnectionString;
                start.Environment["SCHEMA_ENVIRONMENT"] = "development";
            });
            Assert.True(finished.ExitCode == exitCode, $"{command}: {finished.ExitCode}, not {exitCode}\n{finished.Output}{finished.Error}");
        }
    }

    static IEnumerable<(string Command, int ExitCode)> Lines(int block) =>
        from line in ShellBlocks().Matches(Chapter)[block].Groups[1].Value.Trim().Split('\n')
        let parts = line.Split("  # ", 2)
        select (parts[0], parts.Length == 2 ? int.Parse(parts[1].Split(':')[0]) : 0);

    static async Task Copy(string from, string to)
    {
        var copied = await Shell.Run("cp", ["-r", from, to]);
        Assert.True(copied.ExitCode == 0, copied.Error);
    }

    [GeneratedRegex("^### One of your own, end to end$.*?^## ", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Chapters();

    [GeneratedRegex("^```bash\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex ShellBlocks();

    [GeneratedRegex("^```csharp\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();
}
