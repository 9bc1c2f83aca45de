using Schema.Import;
using Schema.Tests.Imports;

namespace Schema.Tests.Proof;

public class ProofTests
{
    [Fact]
    public async Task A_trigger_is_named_before_the_first_row_and_refused()
    {
        await using var database = await Growers("new.name := upper(new.name); return new;");

        var refused = await Assert.ThrowsAsync<SchemaException>(() => database.Run(Import));

        Assert.Equal(ExitCode.Guarded, refused.Exit);
        Assert.Equal("RowsImport writes to tables with triggers of their own: meddle on growers.", refused.Message);
        Assert.Equal("Nothing was changed. Let them run with --triggers, or disable them first.", refused.Advice);
    }

    [Fact]
    public async Task A_trigger_that_alters_a_row_is_caught_and_the_key_named()
    {
        await using var database = await Growers("if new.id = 2 then new.name := 'EVE'; end if; return new;");

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => database.Run(Import, context => context with { Triggers = true }));

        Assert.Equal(
            """
            RowsImport, step growers: sent 3 rows to growers, read back 3, and they differ:
              growers 2 differs in name
            """,
            refused.Message);
        Assert.Equal("Nothing was changed. Look for a trigger or a rule that alters what is written.", refused.Advice);
        Assert.Empty(await database.Rows("select * from growers"));
    }

    [Fact]
    public async Task A_trigger_that_drops_a_row_is_caught_and_the_key_named()
    {
        await using var database = await Growers("if new.id = 2 then return null; end if; return new;");

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => database.Run(Import, context => context with { Triggers = true }));

        Assert.Equal(
            """
            RowsImport, step growers: sent 3 rows to growers, read back 2, and they differ:
              growers 2 is missing
            """,
            refused.Message);
    }

    [Fact]
    public async Task Counts_alone_find_a_row_that_is_missing_but_not_one_that_differs()
    {
        await using var dropped = await Growers("if new.id = 2 then return null; end if; return new;");
        await using var altered = await Growers("new.name := upper(new.name); return new;");
        static ImportContext Counts(ImportContext context) => context with { Triggers = true, Verify = Verification.Counts };

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => dropped.Run(Import, Counts));
        var report = await altered.Run(Import, Counts);

        Assert.Equal("RowsImport, step growers: sent 3 rows to growers, found 2 there.", refused.Message);
        Assert.Equal(ProofKind.Counts, report.Steps[0].Proof);
    }

    [Fact]
    public async Task A_trigger_that_alters_a_row_is_caught_where_existing_ones_are_kept()
    {
        await using var database = await Growers("if new.id = 2 then new.name := 'EVE'; end if; return new;");
        var import = new RowsImport(plan => plan.Read(Source.Rows(Three)).Map<GrowerRow>(row => row).CopyTo("growers").KeepExisting());

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => database.Run(import, context => context with { Triggers = true }));

        Assert.Equal("RowsImport, step growers: what stands in growers differs from what was sent: growers 2", refused.Message);
    }

    [Fact]
    public async Task Equal_rows_have_equal_digests_in_any_order()
    {
        await using var database = await Growers(null);
        await using var other = await Growers(null);

        var first = await database.Run(Import);
        var second = await other.Run(RowsImport.Of("growers", [.. Three.Reverse()]));

        Assert.Equal(first.Fingerprint, second.Fingerprint);
        Assert.Matches("^growers:[0-9a-f]{32}$", first.Fingerprint);
    }

    static readonly GrowerRow[] Three = [new(1, "Ada"), new(2, "Eve"), new(3, "Bob")];

    static RowsImport Import => RowsImport.Of("growers", Three);

    static async Task<TestDatabase> Growers(string? trigger)
    {
        var database = await Importing.Database();
        await database.Execute("create table growers (id integer primary key, name text not null)");
        if (trigger is not null)
            await database.Execute(
                $"""
                create function meddle() returns trigger language plpgsql as $$ begin {trigger} end $$;
                create trigger meddle before insert on growers for each row execute function meddle()
                """);

        return database;
    }

    public sealed record GrowerRow(int Id, string Name);
}
