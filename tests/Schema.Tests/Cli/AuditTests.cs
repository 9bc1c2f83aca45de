namespace Schema.Tests.Cli;

public class AuditTests
{
    const string Honest =
        "Whoever owns the database could write the whole chain anew. Against the owner only a head kept elsewhere proves something: schema audit verify --head HASH";

    [Fact]
    public async Task A_note_is_a_line_of_the_chain_and_no_run()
    {
        await using var database = await TestDatabase.Empty();

        (await SchemaProgram.On(database, "audit", "note", "in_progress", "moving to the \"new\" hall")).Is(0, $"{database.Name()}: noted.", "");

        Assert.Equal(
            ["1|in_progress|note|moving to the \"new\" hall"], await database.Rows("select id, event, subject, detail->>'message' from ledger.line"));
        Assert.Matches(
            "^line  when [^\n]*\n1     [0-9: -]{19}  in_progress  note     .*  moving to the \"new\" hall\n$", (await SchemaProgram.On(database, "audit")).Output);
        (await SchemaProgram.On(database, "history")).Is(0, "Nothing has run on this database.", "");
    }

    [Fact]
    public async Task An_unknown_status_is_refused() =>
        (await SchemaProgram.Run("audit", "note", "begun", "x")).Is(
            2, "", "'begun' is no status.\n  Known: started, in_progress, completed, rolled_back, failed, note");

    [Fact]
    public async Task A_whole_chain_is_verified_and_its_head_printed()
    {
        await using var database = await Databases.At("QueueBaseline");
        var head = await database.Scalar<string>("select encode(hash, 'hex') from ledger.line order by id desc limit 1");

        (await SchemaProgram.On(database, "audit", "verify")).Is(0, $"2 lines, each fits the one before.\nhead {head}\n{Honest}", "");
        (await SchemaProgram.On(database, "audit", "verify", "--head", head!)).Is(0, $"2 lines, each fits the one before.\nhead {head}", "");
    }

    [Theory]
    [InlineData("update ledger.line set person = 'nobody' where id = 3", 3)]
    [InlineData("delete from ledger.line where id = 2", 3)]
    [InlineData("update ledger.line set detail = '{\"rows\": 0}' where id = 2", 2)]
    [InlineData("update ledger.line set detail = '{\"rows\": 0}' where id = 2; update ledger.line set hash = ledger.digest(line) where id = 2", 3)]
    public async Task The_first_line_that_does_not_fit_is_named(string forgery, int line)
    {
        await using var database = await Databases.At("MarketBaseline");
        await database.Execute($"alter table ledger.line disable trigger line_append_only; {forgery}");

        var said = await SchemaProgram.On(database, "audit", "verify");

        Assert.Equal(1, said.ExitCode);
        Assert.StartsWith($"The chain is broken at line {line}: it was changed, or a line before it was taken away.\n", said.Output);
    }

    [Fact]
    public async Task A_chain_written_anew_shows_against_a_head_kept_elsewhere()
    {
        await using var database = await Databases.At("QueueBaseline");
        var kept = await database.Scalar<string>("select encode(hash, 'hex') from ledger.line order by id desc limit 1");
        await database.Execute("alter table ledger.line disable trigger line_append_only; delete from ledger.line where id = 2");

        var said = await SchemaProgram.On(database, "audit", "verify", "--head", kept!);

        Assert.Equal(1, said.ExitCode);
        Assert.StartsWith($"No line has the hash {kept}: lines were taken away, or the chain was written anew.\n", said.Output);
    }
}
