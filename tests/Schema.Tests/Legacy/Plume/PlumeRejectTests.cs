using Schema.Import;

namespace Schema.Tests.Legacy.Plume;

public class PlumeRejectTests
{
    [Theory]
    [InlineData("''", "user '' has an empty id")]
    [InlineData("repeat('x', 2601)", "user xxxx")]
    public async Task A_row_that_cannot_be_taken_refuses_all_unless_it_is_allowed(string id, string reject)
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.With($"""insert into "user" values ('pr-1', 'Ada', NULL, NULL), ({id}, 'Bad', NULL, NULL)""");
        var before = await queue.Dump();

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => queue.Up(plume));

        Assert.StartsWith($"PlumeImport, step plume_person: read 2, wrote 1, rejected 1; no rejects are allowed.\n  {reject}", refused.Message);
        Assert.Equal("Nothing was changed. Correct the row, or allow it: schema up --max-rejects 1", refused.Advice);
        Assert.Equal(before, await queue.Dump());
        await queue.Up(plume, options => options with { Imports = options.Imports with { MaxRejects = RejectBudget.Rows(1) } });
        Assert.Equal(["pr-1|new|Ada|∅|∅"], await queue.Registrations());
    }

    [Fact]
    public async Task The_longest_id_and_address_are_taken()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.With("""
            insert into "user" select string_agg(md5(n::text), '' order by n) || repeat('x', 8), repeat('Ada ', 5000), NULL,
                string_agg(md5(n::text), '' order by -n) || '@example' from generate_series(1, 81) n
            """);

        await queue.Up(plume);

        Assert.Equal(["2600|20000|2600"], await queue.Rows("""
            select octet_length(external_id), length(first_name), octet_length(email)
            from user_external_ids join users on id = user_id where system = 'plume'
            """));
    }
}
