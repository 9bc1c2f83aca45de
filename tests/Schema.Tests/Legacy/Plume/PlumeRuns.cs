using Microsoft.EntityFrameworkCore;
using Schema.Import;
using Schema.Migrations;
using Schema.Tests.Migrations;

namespace Schema.Tests.Legacy.Plume;

/// <summary>The help queue before and after Plume came into it, through the migration.</summary>
static class PlumeRuns
{
    public const string Before = "ArchiveOldUsers";
    public const string After = "ImportPlume";

    /// <summary>The awkward old queue, ready for Plume.</summary>
    public static Task<TestDatabase> Queue() => Migrated.At(Before);

    public static async Task<ImportReport> Up(
        this TestDatabase queue, TestDatabase plume, Func<EngineOptions, EngineOptions>? configure = null)
    {
        var reports = new List<ImportReport>();
        await queue.To(After, plume, options => (configure?.Invoke(options) ?? options) with { Imported = reports.Add });

        return Assert.Single(reports);
    }

    public static Task Down(this TestDatabase queue, Func<EngineOptions, EngineOptions>? configure = null) =>
        queue.To(Before, null, configure);

    /// <summary>Nothing of what the import could change has changed.</summary>
    public static async Task<string> Dump(this TestDatabase queue) => await DatabaseDump.Of(queue);

    static async Task To(this TestDatabase queue, string migration, TestDatabase? plume, Func<EngineOptions, EngineOptions>? configure)
    {
        var options = new EngineOptions
        {
            Settings = Settings.Load(Path.GetTempPath(), new Dictionary<string, string> { ["LEGACY_PLUME"] = plume?.ConnectionString ?? "none" }),
            Identity = RunIdentity.New("plume tests"),
            AllowProduction = true,
            Imports = new ImportChoices { RejectsFolder = Imports.Importing.RejectsFolder() },
        };
        await using var context = SchemaContextFactory.Create(
            DatabaseAddress.Parse(queue.ConnectionString), configure?.Invoke(options) ?? options);
        await context.Database.MigrateAsync(migration);
    }
}
