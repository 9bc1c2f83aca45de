using Microsoft.EntityFrameworkCore;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Tests.Timetable;

public sealed class ImportTimetableTests
{
    [Fact]
    public async Task A_dump_comes_in_whole_and_goes_again()
    {
        using var folder = new Folder();
        await using var database = await Play.Empty();

        var report = await To(database, "ImportTimetable", folder.Write("live.dump", Play.Live));

        Assert.Equal((9, 9, 0), (report!.Read, report.Written, report.Rejected));
        Assert.Equal(
            ["1|∅|user", "5|∅|tripos/asnc", "6|1|user/hal"],
            await database.Rows("select id, parent_id, fullpath from timetables_thing order by id"));
        Assert.Equal(["3|2014-09-01 10:00:00.25+00|{\"location\": \"here\"}|∅|3"], await database.Rows(
            "set timezone = 'UTC'; select id, versionstamp, data, sourceurl, master_id from timetables_eventsource"));
        Assert.Equal(9, await database.Scalar<long>("select nextval('timetables_thingtag_id_seq')"));

        await To(database, "Timetables", "none");
        Assert.Equal(0, await database.Scalar<long>("select count(*) from timetables_thing"));
    }

    [Fact]
    public async Task Rows_of_other_models_are_listed_and_left_out()
    {
        using var folder = new Folder();
        await using var database = await Play.Empty();
        var live = folder.Write("live.dump", Dumps.Of("""{"pk": 1, "model": "auth.user", "fields": {}}""", """{"pk": "a", "model": "auth.user", "fields": {}}"""));

        var report = await To(database, "ImportTimetable", live);

        var conflict = Assert.Single(report!.Conflicts);
        Assert.Equal("is no model of the timetable; its rows were left out", conflict.Name);
        Assert.Contains("auth.user", conflict.Row);
        Assert.Contains("2", conflict.Row);
    }

    [Theory]
    [InlineData("\"title\": \"New event\", ", "", "event 9 (row [4]) cannot be read: title is missing")]
    [InlineData("\"title\": \"New event\"", "\"title\": null", "event 9 (row [4]) cannot be read: title is NULL")]
    [InlineData("\"title\": \"New event\"", "\"title\": \"x\", \"colour\": 1", "event 9 (row [4]) cannot be read: colour has no parameter in EventRow")]
    [InlineData("\"status\": 0", "\"status\": 40000", "event 9 (row [4]) cannot be read: status is 40000, not short")]
    [InlineData("\"pk\": 9", "\"pk\": \"x\"", "event 'x' (row [4]) cannot be read: id is 'x', not int")]
    [InlineData("\"uid\": \"u9\"", "\"uid\": 9", "event 9 (row [4]) cannot be read: uid is 9, not text")]
    public async Task A_row_that_does_not_fit_is_refused_by_place_model_and_key(string found, string instead, string expected)
    {
        using var folder = new Folder();
        await using var database = await Play.Empty();
        var live = folder.Write("live.dump", Play.Live.Replace(found, instead, StringComparison.Ordinal));

        var refused = await Assert.ThrowsAnyAsync<SchemaException>(() => To(database, "ImportTimetable", live));

        Assert.Equal(ExitCode.DataRefused, refused.Exit);
        Assert.Contains(expected, refused.Message);
        Assert.Equal(0, await database.Scalar<long>("select count(*) from timetables_thing"));
    }

    static async Task<ImportReport?> To(TestDatabase database, string migration, string location)
    {
        var reports = new List<ImportReport>();
        var options = new EngineOptions
        {
            Settings = Settings.Load(Path.GetTempPath(), new Dictionary<string, string> { ["LEGACY_TIMETABLE"] = location, ["LEGACY_PLUME"] = "none" }),
            Identity = RunIdentity.New("timetable tests"),
            AllowProduction = true,
            Imports = new ImportChoices { RejectsFolder = Imports.Importing.RejectsFolder() },
            Imported = reports.Add,
        };
        await using var context = SchemaContextFactory.Create(DatabaseAddress.Parse(database.ConnectionString), options);
        await context.Database.MigrateAsync(migration);

        return reports.SingleOrDefault();
    }
}
