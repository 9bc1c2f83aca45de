using Schema.Import;

namespace Schema.Tests.Legacy.Plume;

/// <summary>Whatever Plume does while it is read leaves the database exactly as it was, or is begun again from nothing.</summary>
public class PlumeSourceFailureTests
{
    const int Registrations = 3000;

    [Fact]
    public async Task A_bad_row_at_the_end_leaves_everything_as_it_was_and_its_file()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Of(Registrations);
        await plume.Execute("""insert into "user" (id, first_name) values (repeat('x', 3000), 'Bad')""");
        var before = await queue.State();

        var error = await Assert.ThrowsAsync<ImportRefusedException>(() => queue.Up(plume));

        Assert.Equal(before, await queue.State());
        Assert.Equal("failed 20261120101000_ImportPlume", await queue.LastLine());
        var file = await File.ReadAllTextAsync(error.Report.Steps[0].RejectsFile!);
        Assert.StartsWith("""{"position":"row 3001","entity":"user","key":"xxxxx""", file);
        Assert.Contains("\"reason\":\"has an id of more than 2,600 bytes\"", file);
    }

    [Fact]
    public async Task A_source_that_drops_is_begun_again_from_nothing()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await Dropping();
        var lost = new List<string>();

        var report = await queue.Up(plume, options => options with
        {
            Progress = progress =>
            {
                if (progress.Moment != MigrationMoment.SourceLost)
                    return;

                lost.Add(progress.Detail!);
                Mend(plume).GetAwaiter().GetResult();
            },
        });

        Assert.StartsWith($"The source {DatabaseAddress.Parse(plume.ConnectionString)} was lost while it was read: ", Assert.Single(lost));
        Assert.Equal(Registrations, report.Steps[0].Read);
        Assert.Equal(Registrations, await queue.Scalar<long>("select count(*) from user_external_ids where system = 'plume'"));
    }

    [Fact]
    public async Task A_source_that_always_drops_leaves_everything_as_it_was()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await Dropping();
        var before = await queue.State();

        var error = await Assert.ThrowsAsync<SourceLostException>(() => queue.Up(plume));

        Assert.Equal(ExitCode.Unreachable, error.Exit);
        Assert.Equal(before, await queue.State());
        Assert.Equal("failed 20261120101000_ImportPlume", await queue.LastLine());
    }

    [Fact]
    public async Task The_targets_own_database_is_no_source()
    {
        await using var queue = await PlumeRuns.Queue();
        var before = await queue.State();

        var error = await Assert.ThrowsAsync<SchemaException>(() => queue.Up(queue));

        Assert.EndsWith("is the target's own database.", error.Message);
        Assert.Equal(before, await queue.State());
    }

    /// <summary>A registration database whose server ends the session at the last row but one.</summary>
    static async Task<TestDatabase> Dropping()
    {
        var plume = await PlumeSource.Of(Registrations);
        await plume.Execute("""
            alter table "user" rename to registrations;
            create function leave() returns text language plpgsql as $$ begin
                perform pg_terminate_backend(pg_backend_pid());
                return 'gone';
            end $$;
            create view "user" as
                select id, first_name, last_name, case when first_name = 'First 2999' then leave() else email end as email from registrations;
            """);

        return plume;
    }

    static Task Mend(TestDatabase plume) =>
        plume.Execute("""drop view "user"; create view "user" as select id, first_name, last_name, email from registrations""");
}
