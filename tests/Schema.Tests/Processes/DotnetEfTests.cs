using Databases = Schema.Tests.Cli.Databases;

namespace Schema.Tests.Processes;

/// <summary>The same run, guard and ledger when deployments use EF Core's own tool.</summary>
public class DotnetEfTests
{
#if DEBUG
    const string Configuration = "Debug";
#else
    const string Configuration = "Release";
#endif

    static readonly string[] Project =
        ["--project", Repository.Path("src", "Schema.Migrations"), "--no-build", "--configuration", Configuration];

    [Fact]
    public async Task Database_update_applies_all_and_history_knows_who_did_it()
    {
        await using var database = await TestDatabase.Empty();

        var update = await Run(database, ["database", "update"]);

        Assert.True(update.ExitCode == 0, update.Output + update.Error);
        Assert.Equal(["dotnet ef, schema"], await database.Rows("select distinct regexp_replace(tool, ' [0-9.]+$', '') from ledger.line"));
        Assert.Contains("is up to date", (await SchemaProgram.Run(database, "up")).Output);
    }

    [Fact]
    public async Task With_nothing_set_undoing_is_refused_though_dotnet_ef_calls_itself_Development()
    {
        await using var database = await Databases.At("MarketBaseline");

        var refused = await Run(database, ["database", "update", "QueueBaseline"]);
        var program = await SchemaProgram.Run(database, "down", "QueueBaseline", "--yes");

        Assert.NotEqual(0, refused.ExitCode);
        Assert.Equal(5, program.ExitCode);
        const string sentence = "Undoing a migration is refused: this database counts as Production, because no environment is set, and the database is not the project's own.";
        Assert.Contains(sentence, refused.Output + refused.Error);
        Assert.Contains("dotnet ef database update TARGET -- --production", refused.Output + refused.Error);
        Assert.Contains(sentence, program.Error);
        Assert.Equal(2, await database.Scalar<long>("""select count(*) from "__EFMigrationsHistory" """));
    }

    [Fact]
    public async Task There_are_no_pending_model_changes()
    {
        await using var database = await TestDatabase.Empty();

        var check = await Run(database, ["migrations", "has-pending-model-changes"]);

        Assert.True(check.ExitCode == 0, check.Output + check.Error);
    }

    static Task<Finished> Run(TestDatabase database, string[] arguments) => Shell.Run("dotnet", ["ef", .. arguments, .. Project], start =>
    {
        SchemaProgram.Bare(start);
        start.WorkingDirectory = Repository.Root;
        start.Environment["DATABASE_URL"] = database.ConnectionString;
        start.Environment["LEGACY_PLUME"] = "none";
        start.Environment["LEGACY_TIMETABLE"] = "none";
        start.Environment["LEGACY_SCHOOL"] = "none";
    });
}
