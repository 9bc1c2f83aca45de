using Schema.Import;

namespace Schema.Cli;

/// <summary>dotnet ef in the checkout, with an empty database: it builds the migrations as they are by now, and this program's are older.</summary>
sealed class EntityFrameworkTool
{
    // What scripts/schema has built a moment ago is not built once more.
    static readonly string[] Project = ["--project", "src/Schema.Migrations", "--configuration", "Release"];

    readonly ChildProcess child;
    readonly Screen screen;

    public EntityFrameworkTool(Checkout checkout, DatabaseAddress empty, Screen screen)
    {
        var settings = KnownImport.ReadingNothing();
        settings["DATABASE_URL"] = empty.ConnectionString;
        settings["SCHEMA_ENVIRONMENT"] = "development";
        (child, this.screen) = (new ChildProcess(checkout.Root, settings), screen);
    }

    public Task Restore(CancellationToken cancellationToken) => child.Run(screen, "dotnet", ["tool", "restore"], cancellationToken);

    public Task Run(string[] words, CancellationToken cancellationToken) =>
        child.Run(screen, "dotnet", ["ef", .. words, .. Project], cancellationToken);
}
