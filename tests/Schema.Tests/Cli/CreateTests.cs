namespace Schema.Tests.Cli;

public sealed class CreateTests : IDisposable
{
    readonly string checkout = Directory.CreateTempSubdirectory("schema-create-").FullName;

    [Fact]
    public async Task A_changed_model_becomes_a_migration_with_what_the_database_looks_like_after_it()
    {
        await using var database = await TestDatabase.Empty();
        await CopySources();
        await File.WriteAllTextAsync(Path.Combine(checkout, "Directory.Build.rsp"), "-maxCpuCount:1");
        var snapshot = Path.Combine(checkout, "src/Schema.Migrations/Migrations/SchemaContextModelSnapshot.cs");
        var unchanged = await File.ReadAllTextAsync(snapshot);
        // The model's default is new, compared with what the migrations are told to have left.
        await File.WriteAllTextAsync(snapshot, unchanged.Replace("""HasDefaultValue("UTC")""", """HasDefaultValue("GMT")""", StringComparison.Ordinal));

        var said = await BuiltProgram.RunAsProcess(["create", "AddZones"], start =>
        {
            start.WorkingDirectory = checkout;
            start.Environment["DATABASE_URL"] = database.ConnectionString;
            start.Environment["SCHEMA_ENVIRONMENT"] = "development";
            // One project is new, and only what it is: not its style, nor a start without the just-in-time compiler.
            start.Environment["BuildProjectReferences"] = "false";
            start.Environment["RunAnalyzers"] = "false";
            start.Environment["PublishReadyToRun"] = "false";
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
        Assert.Equal(unchanged, await File.ReadAllTextAsync(snapshot));
        var migration = await File.ReadAllBytesAsync(Directory.GetFiles(Path.GetDirectoryName(snapshot)!, "*_AddZones.cs").Single());
        Assert.Equal((byte)'u', migration[0]);
        Assert.Contains("AlterColumn<string>(\n                name: \"timezone\"", System.Text.Encoding.UTF8.GetString(migration));
        var texts = Directory.GetFiles(Path.Combine(checkout, "src/Schema.Migrations/Catalogue")).Order(StringComparer.Ordinal).TakeLast(2).ToList();
        Assert.Equal((await File.ReadAllLinesAsync(texts[0]))[1..], (await File.ReadAllLinesAsync(texts[1]))[1..]);
    }

    public void Dispose() => Directory.Delete(checkout, recursive: true);

    /// <summary>With what was built of them, for only one project will be new.</summary>
    async Task CopySources()
    {
        var copied = await Shell.Run("sh", ["-c", """
            git ls-files -z | grep -zv '^tests/' | xargs -0 cp -p --parents -t "$1"
            for part in bin obj; do
                mkdir -p "$1/artifacts/$part"
                for project in Schema Schema.Import Schema.Migrations; do
                    cp -a "artifacts/$part/$project" "$1/artifacts/$part/"
                done
            done
            """, "sh", checkout]);
        Assert.True(copied.ExitCode == 0, copied.Error);
    }
}
