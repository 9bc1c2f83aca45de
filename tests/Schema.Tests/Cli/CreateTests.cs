using Schema.Migrations;

namespace Schema.Tests.Cli;

public sealed class CreateTests : IDisposable
{
    const string Built = "artifacts/bin/Schema.Migrations/release";
    const string Program = "artifacts/bin/Schema.Cli/release";

    readonly string checkout = Directory.CreateTempSubdirectory("schema-create-").FullName;

    [Fact]
    public async Task A_changed_model_becomes_a_migration_with_what_the_database_looks_like_after_it()
    {
        await using var database = await TestDatabase.Empty();
        await CopyCheckout();
        var profile = In("src/Schema/People/UserProfileConfiguration.cs");
        var unchanged = await File.ReadAllTextAsync(profile);
        await File.WriteAllTextAsync(profile, unchanged.Replace("\"UTC\"", "\"GMT\"", StringComparison.Ordinal));
        await BuildModel();

        var said = await Shell.Run("dotnet", [In(Program, "Schema.Cli.dll"), "create", "AddZones"], start =>
        {
            start.WorkingDirectory = checkout;
            start.Environment["DATABASE_URL"] = database.ConnectionString;
            start.Environment["SCHEMA_ENVIRONMENT"] = "development";
        });

        Assert.True(said.ExitCode == 0, said.Output + said.Error);
        Assert.Matches(
            """
            ^wrote src/Schema.Migrations/Catalogue/(\d{14}_AddZones).txt
            wrote src/Schema.Migrations/Migrations/\1.Designer.cs
            wrote src/Schema.Migrations/Migrations/\1.cs
            AddZones is written; read its Up and Down, name what has no name, then: schema catalogue write, schema up
            $
            """,
            said.Output);
        var migration = Directory.GetFiles(In("src/Schema.Migrations/Migrations"), "*_AddZones.cs").Single();
        Assert.Equal((byte)'u', (await File.ReadAllBytesAsync(migration))[0]);
        Assert.Contains("AlterColumn<string>(\n                name: \"timezone\"", await File.ReadAllTextAsync(migration));
        Assert.Contains("HasDefaultValue(\"GMT\")", await File.ReadAllTextAsync(In("src/Schema.Migrations/Migrations/SchemaContextModelSnapshot.cs")));
        var texts = Directory.GetFiles(In("src/Schema.Migrations/Catalogue")).Order(StringComparer.Ordinal).TakeLast(2).ToList();
        var (before, after) = (await File.ReadAllLinesAsync(texts[0]), await File.ReadAllLinesAsync(texts[1]));
        Assert.Equal(before[1..].Select(line => line.Replace("'UTC'::", "'GMT'::", StringComparison.Ordinal)), after[1..]);
        Assert.NotEqual(before[1..], after[1..]);
    }

    [Fact]
    public async Task A_program_of_other_sources_writes_nothing()
    {
        foreach (var folder in new[] { "scripts", "src/Schema", "src/Schema.Migrations/Migrations", Built })
            Directory.CreateDirectory(In(folder));
        foreach (var file in new[] { "Schema.sln", "scripts/postgres" })
            await File.WriteAllTextAsync(In(file), "");
        Assert.Contains("was not built from", await Refusal());

        foreach (var assembly in new[] { typeof(SchemaContext).Assembly, typeof(SchemaContextFactory).Assembly })
            File.Copy(assembly.Location, In(Built, Path.GetFileName(assembly.Location)));
        Assert.DoesNotContain("was not built from", await Refusal());

        await File.WriteAllTextAsync(In("src/Schema/Plot.cs"), "sealed class Plot;");
        Assert.Contains("was not built from", await Refusal());

        File.Delete(In("src/Schema/Plot.cs"));
        File.Copy(typeof(CreateTests).Assembly.Location, In(Built, "Schema.dll"), overwrite: true);
        Assert.Contains("was not built from", await Refusal());

        async Task<string> Refusal()
        {
            var said = await BuiltProgram.Run(["create", "AddPlots"], start =>
            {
                Testing.SchemaProgram.Bare(start);
                start.WorkingDirectory = checkout;
                start.Environment["DATABASE_URL"] = "postgres://nobody@127.0.0.1:1/nowhere";
            });
            Assert.NotEqual(0, said.ExitCode);
            Assert.Empty(Directory.GetFiles(In("src/Schema.Migrations/Migrations")));
            return said.Error;
        }
    }

    string In(params string[] parts) => Path.Combine([checkout, .. parts]);

    /// <summary>With what was built of it, for only one project will be new.</summary>
    async Task CopyCheckout()
    {
        var copied = await Shell.Run("sh", ["-c", """
            git ls-files -z | grep -zv '^tests/' | xargs -0 cp -p --parents -t "$1"
            cp -a --parents artifacts/*/Schema/release artifacts/bin/Schema.Migrations/release artifacts/bin/Schema.Cli/release "$1"
            cp -a --parents artifacts/obj/Schema/*.* artifacts/obj/Schema.Migrations/*.* "$1"
            """, "sh", checkout]);
        Assert.True(copied.ExitCode == 0, copied.Error);
    }

    async Task BuildModel()
    {
        var built = await Shell.Run("sh", ["-c", """
            dotnet build src/Schema --configuration Release --nologo -v q -m:1 -p:RunAnalyzers=false &&
                cp -p artifacts/bin/Schema/release/Schema.dll artifacts/bin/Schema.Migrations/release/ &&
                cp -p artifacts/bin/Schema/release/Schema.dll artifacts/bin/Schema.Cli/release/
            """], start => start.WorkingDirectory = checkout);
        Assert.True(built.ExitCode == 0, built.Output + built.Error);
    }

    public void Dispose() => Directory.Delete(checkout, recursive: true);
}
