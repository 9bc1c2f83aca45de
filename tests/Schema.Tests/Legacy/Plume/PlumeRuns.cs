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

    const string WhoCame = """
        select e.external_id, case when u.id in (select user_id from user_external_ids where system = 'qstack') then 'old' else 'new' end,
            u.first_name, u.last_name, u.email
        from user_external_ids e
        join users u on u.id = e.user_id
        where (e.system, e.entity) = ('plume', 'user')
        order by e.external_id collate "C"
        """;

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

    public static Task<string> Dump(this TestDatabase queue) => DatabaseDump.Of(queue);

    /// <summary>Each registration in byte order: its id, whether its person is from the old queue, names and e-mail.</summary>
    public static Task<string[]> Registrations(this TestDatabase queue) => queue.Rows(WhoCame);

    /// <summary>All that a failed run must leave as it was.</summary>
    public static async Task<string> State(this TestDatabase queue) => string.Join(
        '\n',
        [
            await queue.Dump(),
            .. await queue.Rows("""select "MigrationId" from "__EFMigrationsHistory" order by 1"""),
            .. await queue.Rows("select * from ledger.receipt"),
        ]);

    /// <summary>What the ledger says of the last run.</summary>
    public static async Task<string> LastLine(this TestDatabase queue) =>
        (await queue.Rows("select event || ' ' || subject from ledger.line order by id desc limit 1"))[0];

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
