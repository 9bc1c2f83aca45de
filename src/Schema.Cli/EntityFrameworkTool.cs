using Schema.Import;

namespace Schema.Cli;

/// <summary>dotnet ef in the checkout, which writes a migration as C#.</summary>
static class EntityFrameworkTool
{
    public static async Task AddMigration(
        Checkout checkout, string name, DatabaseAddress scratch, Screen screen, CancellationToken cancellationToken)
    {
        var settings = KnownImport.ReadingNothing();
        settings["DATABASE_URL"] = scratch.ConnectionString;
        settings["SCHEMA_ENVIRONMENT"] = "development";
        var child = new ChildProcess(checkout.Root, settings);

        await child.Run(screen, "dotnet", ["tool", "restore"], cancellationToken);
        // Not built once more: it is what this program was made of.
        await child.Run(
            screen,
            "dotnet",
            [
                "ef", "migrations", "add", name, "--output-dir", "Migrations",
                "--project", Checkout.Migrations, "--configuration", "Release", "--no-build",
            ],
            cancellationToken);
    }
}
