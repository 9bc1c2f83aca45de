using Schema.Import;

namespace Schema.Tests.Legacy.Plume;

/// <summary>Whatever fails in the target, at whatever stage, leaves the database exactly as it was, and its line in the ledger.</summary>
public class PlumeTargetFailureTests
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
        var before = await queue.State();

        var error = await Assert.ThrowsAnyAsync<SchemaException>(() => queue.Up(plume, WithTriggers));

        Assert.True(error.Message.StartsWith(message, StringComparison.Ordinal), $"{what}: {error.Message}");
        Assert.Equal(before, await queue.State());
        Assert.Equal("failed 20261120101000_ImportPlume", await queue.LastLine());
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

    static EngineOptions WithTriggers(EngineOptions options) => options with { Imports = options.Imports with { Triggers = true } };

    static string Refusing(string table, string when = "") => $"""
        create function refuse() returns trigger language plpgsql as $$ begin raise exception 'not today'; end $$;
        create trigger refuse before insert on {table} for each row {when} execute function refuse();
        """;
}
