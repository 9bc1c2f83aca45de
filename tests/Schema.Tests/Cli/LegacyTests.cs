using System.Reflection;

namespace Schema.Tests.Cli;

public class LegacyTests
{
    static readonly string[] References = ["Schema.Import", "Schema.Tests", "Npgsql", "xunit.core", "xunit.assert", "xunit.abstractions"];

    [Fact]
    public async Task A_new_legacy_system_compiles_in_the_houses_style_and_its_tests_pass()
    {
        var checkout = await Checkout();

        Is(0, await Legacy(checkout, "AppleOrchard"), """
            wrote src/Schema.Migrations/Legacy/AppleOrchard/AppleOrchardImport.cs
            wrote src/Schema.Migrations/Legacy/AppleOrchard/LegacyAppleOrchardPerson.cs
            wrote src/Schema.Migrations/Legacy/AppleOrchard/AppleOrchardPersonRow.cs
            wrote src/Schema.Migrations/Legacy/AppleOrchard/AppleOrchardPeople.cs
            wrote tests/Schema.Tests/Legacy/AppleOrchard/AppleOrchardPeopleTests.cs
            wrote tests/Schema.Tests/Legacy/AppleOrchard/AppleOrchardImportTests.cs
            wrote tests/Schema.Tests/Legacy/AppleOrchard/people.csv
            Next:
              1. Write the old system's columns into LegacyAppleOrchardPerson, the table's into AppleOrchardPersonRow, the rules between them into AppleOrchardPeople.
              2. dotnet test --filter AppleOrchard
              3. LEGACY_APPLE_ORCHARD=URL scripts/schema import check apple_orchard
              4. make migrate-create NAME=ImportAppleOrchard, with migrationBuilder.Import<AppleOrchardImport>() in Up and .UndoImport<AppleOrchardImport>() in Down
            """);

        var built = await Shell.Run("dotnet", ["build", "--nologo", "-m:1", "-v", "q", Path.Combine(checkout, "Scaffold.csproj")], start => start.WorkingDirectory = checkout);
        Assert.True(built.ExitCode == 0, built.Output);
        Assert.Equal(3, await RunFacts(Path.Combine(checkout, "artifacts", "bin", "Scaffold", "debug", "Scaffold.dll")));
        Directory.Delete(checkout, recursive: true);
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused()
    {
        var checkout = await Checkout();
        Directory.CreateDirectory(Path.Combine(checkout, "tests", "Schema.Tests", "Legacy", "Orchard"));

        Is(2, await Legacy(checkout, "Orchard"), "There is tests/Schema.Tests/Legacy/Orchard already; nothing was written.\n  Choose another name.");
        Is(2, await Legacy(checkout, "Plume"), "There is an import plume already; nothing was written.\n  Choose another name.");
        Assert.False(Directory.Exists(Path.Combine(checkout, "src")));
    }

    static void Is(int exitCode, Finished said, string text) =>
        Assert.Equal((exitCode, text.ReplaceLineEndings("\n")), (said.ExitCode, (said.Output + said.Error).TrimEnd()));

    static Task<Finished> Legacy(string checkout, string name) =>
        BuiltProgram.RunAsProcess(["legacy", name], start => start.WorkingDirectory = checkout);

    /// <summary>A folder with the house's rules, where what is laid out is built against the engine of these tests.</summary>
    static async Task<string> Checkout()
    {
        var folder = Directory.CreateTempSubdirectory("schema-legacy-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "scripts"));
        foreach (var file in new[] { "Schema.sln", "scripts/postgres", "Directory.Build.props", "Directory.Build.targets", "global.json", ".editorconfig" })
            File.Copy(Repository.Path(file), Path.Combine(folder, file));

        File.Copy(Repository.Path("tests", "Schema.Tests", "Testing", "Platform.cs"), Path.Combine(folder, "Platform.cs"));
        await File.WriteAllTextAsync(Path.Combine(folder, "Scaffold.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <RestorePackagesWithLockFile>false</RestorePackagesWithLockFile>
              </PropertyGroup>
              <ItemGroup>
                <Using Include="Xunit" />
                <Using Include="Schema.Tests.Testing" />
                {string.Join('\n', References.Select(name => $"<Reference Include=\"{Path.Combine(AppContext.BaseDirectory, name)}.dll\" Private=\"false\" />"))}
              </ItemGroup>
            </Project>
            """);

        return folder;
    }

    static async Task<int> RunFacts(string path)
    {
        var facts = Assembly.LoadFrom(path).GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.IsDefined(typeof(FactAttribute))).ToList();
        foreach (var fact in facts)
        {
            if (fact.Invoke(Activator.CreateInstance(fact.DeclaringType!), null) is Task running)
                await running;
        }

        return facts.Count;
    }
}
