using Schema.Import;

namespace Schema.Tests.Legacy.Plume;

/// <summary>Whatever fails, at whatever stage, leaves the database exactly as it was, and its line in the ledger.</summary>
public class PlumeFailureTests
{
    const int Registrations = 3000;

    public static TheoryData<string, string, string> InTheTarget => new()
    {
        {
            "a row is refused by the table",
            "alter table users add constraint users_short_check check (length(first_name) < 10)",
            "PlumeImport, step people: users refused a row: new row for relation \"users\" violates check constraint \"users_short_check\"."
        },
        {
            "a trigger swallows a row",
            """
            create function swallow() returns trigger language plpgsql as $$ begin
                return case when new.first_name <> 'First 2999' then new end;
            end $$;
            create trigger swallow before insert on users for each row execute function swallow();
            """,
            "PlumeImport, step people: read 3,000, but wrote 2,999, kept 0, merged 0 and rejected 0: the counts do not add up."
        },
        {
            "a trigger alters a row",
            """
            create function alter_row() returns trigger language plpgsql as $$ begin
                new.last_name := nullif(new.last_name, case when new.first_name = 'First 2999' then 'Last 9' end);
                return new;
            end $$;
            create trigger alter_row before insert on users for each row execute function alter_row();
            """,
            "PlumeImport: 'new people are as they were read' does not hold:\n  registration pr-2999, user_id "
        },
        {
            "a trigger makes a mentor",
            """
            create function promote() returns trigger language plpgsql as $$ begin
                new.role_id := 'c86e8c0d-9153-8381-87a1-8c1b662ce52f';
                return new;
            end $$;
            create trigger promote before insert on user_roles for each row execute function promote();
            """,
            "PlumeImport: 'new people are hackers and nothing more' does not hold:\n  registration pr-1, user_id "
        },
        {
            "a trigger gives a zoom link",
            """
            create function give() returns trigger language plpgsql as $$ begin
                new.zoom_link := 'https://z';
                return new;
            end $$;
            create trigger give before insert on queue_members for each row execute function give();
            """,
            "PlumeImport: 'new people begin in the queue with nothing' does not hold:\n  registration pr-1, user_id "
        },
        { "the receipt cannot be written", Refusing("ledger.receipt"), "ImportPlume was not applied: not today. [P0001]" },
        {
            "the ledger's line cannot be written",
            Refusing("ledger.line", "when (new.event = 'imported')"),
            "ImportPlume was not applied: not today. [P0001]"
        },
        { "the history cannot be written", Refusing("\"__EFMigrationsHistory\""), "ImportPlume was not applied: not today. [P0001]" },
        {
            "the server ends the session",
            """
            create function leave() returns trigger language plpgsql as $$ begin
                perform pg_terminate_backend(pg_backend_pid());
                return new;
            end $$;
            create trigger leave before insert on ledger.receipt for each row when (new.table_name = 'public.queue_members') execute function leave();
            """,
            "ImportPlume was not applied: terminating connection due to administrator command."
        },
    };

    [Theory]
    [MemberData(nameof(InTheTarget))]
    public async Task A_failure_in_the_target_leaves_everything_as_it_was(string what, string injected, string message)
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Of(Registrations);
        await queue.Execute(injected);
        var before = await State(queue);

        var error = await Assert.ThrowsAnyAsync<SchemaException>(() => queue.Up(plume, WithTriggers));

        Assert.True(error.Message.StartsWith(message, StringComparison.Ordinal), $"{what}: {error.Message}");
        Assert.Equal(before, await State(queue));
        Assert.Equal("failed 20261120101000_ImportPlume", await LastLine(queue));
    }

    [Fact]
    public async Task A_bad_row_at_the_end_leaves_everything_as_it_was_and_its_file()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Of(Registrations);
        await plume.Execute("""insert into "user" (id, first_name) values (repeat('x', 3000), 'Bad')""");
        var before = await State(queue);

        var error = await Assert.ThrowsAsync<ImportRefusedException>(() => queue.Up(plume));

        Assert.Equal(before, await State(queue));
        Assert.Equal("failed 20261120101000_ImportPlume", await LastLine(queue));
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
        var before = await State(queue);

        var error = await Assert.ThrowsAsync<SourceLostException>(() => queue.Up(plume));

        Assert.Equal(ExitCode.Unreachable, error.Exit);
        Assert.Equal(before, await State(queue));
        Assert.Equal("failed 20261120101000_ImportPlume", await LastLine(queue));
    }

    [Fact]
    public async Task Triggers_that_nobody_allowed_are_named()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Of(1);
        await queue.Execute(Refusing("queue_members", "when (false)"));

        var error = await Assert.ThrowsAsync<SchemaException>(() => queue.Up(plume));

        Assert.Equal("PlumeImport writes to tables with triggers of their own: refuse on queue_members.", error.Message);
    }

    [Fact]
    public async Task The_targets_own_database_is_no_source()
    {
        await using var queue = await PlumeRuns.Queue();
        var before = await State(queue);

        var error = await Assert.ThrowsAsync<SchemaException>(() => queue.Up(queue));

        Assert.EndsWith("is the target's own database.", error.Message);
        Assert.Equal(before, await State(queue));
    }

    static EngineOptions WithTriggers(EngineOptions options) => options with { Imports = options.Imports with { Triggers = true } };

    static string Refusing(string table, string when = "") => $"""
        create function refuse() returns trigger language plpgsql as $$ begin raise exception 'not today'; end $$;
        create trigger refuse before insert on {table} for each row {when} execute function refuse();
        """;

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

    static async Task<string> State(TestDatabase queue) => string.Join(
        '\n',
        [await queue.Dump(), .. await queue.Rows("""select "MigrationId" from "__EFMigrationsHistory" order by 1"""), .. await queue.Rows("select * from ledger.receipt")]);

    static async Task<string> LastLine(TestDatabase queue) =>
        (await queue.Rows("select event || ' ' || subject from ledger.line order by id desc limit 1"))[0];
}
