using Microsoft.EntityFrameworkCore;
using Schema.Import;
using Schema.Migrations;
using Schema.Tests.Migrations;

namespace Schema.Tests.Legacy.School;

/// <summary>Ways into the schools' tables: through the migration, by a run of its own, by a check.</summary>
static class SchoolRuns
{
    public const string Before = "Schools";
    public const string After = "ImportSchool";

    const string WhoCame = """
        select string_agg(e.entity || ':' || e.external_id, ' ' order by e.entity, e.external_id), u.first_name, u.middle_name, u.last_name,
            u.email, u.phone, u.phone_raw, u.is_active, u.is_deleted
        from user_external_ids e join users u on u.id = e.user_id
        where e.system = 'school_v1'
        group by u.id order by min(e.entity || ':' || e.external_id) collate "C"
        """;

    public static Task<TestDatabase> Empty() => Migrated.EmptyAt(Before);

    /// <summary>With the import's migration applied, and nothing brought yet.</summary>
    public static Task<TestDatabase> Ready() => Migrated.EmptyAt(After);

    public static async Task<ImportReport> Up(this TestDatabase target, string location, Func<EngineOptions, EngineOptions>? configure = null)
    {
        var reports = new List<ImportReport>();
        await To(target, After, location, options => (configure?.Invoke(options) ?? options) with { Imported = reports.Add });

        return Assert.Single(reports);
    }

    public static Task Down(this TestDatabase target) => To(target, Before, "none", options => options);

    /// <summary>As <c>import run school</c> does; nothing, where there was nothing to do.</summary>
    public static async Task<ImportReport?> Bring(this TestDatabase target, string location, params (string Option, string Value)[] chosen)
    {
        var reports = new List<ImportReport>();
        var options = Options(location, chosen) with { Imported = reports.Add };
        await using var session = await ImportSession.Begin(new SchoolImport(), Database(target), options, CancellationToken.None);
        await session.Run(CancellationToken.None);

        return reports.SingleOrDefault();
    }

    public static async Task<ImportReport> Check(this TestDatabase target, string location, params (string Option, string Value)[] chosen)
    {
        await using var connection = await target.Borrow();
        return await new ImportLook(new SchoolImport(), Options(location, chosen)).Check(connection, CancellationToken.None);
    }

    public static async Task<VerifyReport> Verify(this TestDatabase target, string location, params (string Option, string Value)[] chosen)
    {
        await using var connection = await target.Borrow();
        return await new ImportLook(new SchoolImport(), Options(location, chosen)).Verify(connection, CancellationToken.None);
    }

    public static async Task Undo(this TestDatabase target)
    {
        await using var session = await ImportSession.Begin(new SchoolImport(), Database(target), Options("none", []), CancellationToken.None);
        await session.Undo(CancellationToken.None);
    }

    /// <summary>Everybody who came: V1 keys, names, e-mail, telephone, note, active, deleted.</summary>
    public static Task<string[]> People(this TestDatabase target) => target.Rows(WhoCame);

    /// <summary>All tables, without the moments at which their rows were written.</summary>
    public static async Task<string> Content(this TestDatabase target)
    {
        await target.Execute("""
            update users set created_at = 'epoch', updated_at = 'epoch';
            update teachers set created_at = 'epoch', updated_at = 'epoch';
            update parents set created_at = 'epoch', updated_at = 'epoch';
            update school_admins set created_at = 'epoch', updated_at = 'epoch';
            update academic_years set created_at = 'epoch', updated_at = 'epoch';
            update school_classes set created_at = 'epoch', updated_at = 'epoch';
            update student_parents set created_at = 'epoch';
            update user_profiles set created_at = 'epoch', updated_at = 'epoch';
            """);
        return await DatabaseDump.Of(target);
    }

    static TargetDatabase Database(TestDatabase target) => new(DatabaseAddress.Parse(target.ConnectionString), "tests");

    static EngineOptions Options(string location, (string Option, string Value)[] chosen) => new()
    {
        Settings = Settings.Load(
            Path.GetTempPath(),
            new Dictionary<string, string> { ["LEGACY_SCHOOL"] = location, ["LEGACY_PLUME"] = "none", ["LEGACY_TIMETABLE"] = "none" }),
        Identity = RunIdentity.New("school tests"),
        AllowProduction = true,
        Imports = new ImportChoices
        {
            RejectsFolder = Imports.Importing.RejectsFolder(),
            Options = [.. chosen.Select(option => ("school", option.Option, option.Value))],
        },
    };

    static async Task To(TestDatabase target, string migration, string location, Func<EngineOptions, EngineOptions> configure)
    {
        await using var context = SchemaContextFactory.Create(
            DatabaseAddress.Parse(target.ConnectionString), configure(Options(location, [])));
        await context.Database.MigrateAsync(migration);
    }
}
