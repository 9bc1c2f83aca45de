using Schema.Import;

namespace Schema.Tests.Transfer;

public class OccupiedTargetTests
{
    const string Source = "create table one (id int primary key, name varchar(9)); insert into one values (1, 'a'), (2, 'b'), (3, '')";
    const string Target = "create table one (id int primary key, name text); ";

    [Fact]
    public async Task Rows_that_equal_the_sources_are_kept()
    {
        await using var copying = await Copying.Between(Source, Target + "insert into one values (2, 'b'), (3, '')");

        var first = await copying.Run();
        var again = await copying.Run();

        Assert.Equal((3, 1, 2), (first.Tables[0].Read, first.Tables[0].Written, first.Tables[0].Kept));
        Assert.Equal((3, 0, 3), (again.Tables[0].Read, again.Tables[0].Written, again.Tables[0].Kept));
        Assert.Equal(["1|a", "2|b", "3|"], await copying.Target.Rows("select * from one order by id"));
    }

    [Theory]
    [InlineData("(4, 'd')")]
    [InlineData("(3, null)")]
    [InlineData("(3, ' ')")]
    public async Task Rows_of_its_own_are_a_refusal(string row)
    {
        await using var copying = await Copying.Between(Source, Target + $"insert into one values (2, 'b'), {row}");

        var refused = await Assert.ThrowsAnyAsync<SchemaException>(() => copying.Run());

        Assert.Equal(2, await copying.Target.Scalar<long>("select count(*) from one"));
        // A row under a key that the source has too is stopped by the key itself.
        Assert.Equal(
            row.StartsWith("(4", StringComparison.Ordinal)
                ? "one is not empty: 1 of its rows equals none of the source."
                : "one a row is refused by the target: duplicate key value violates unique constraint \"one_pkey\" (Key (id)=(3) already exists).",
            refused.Message);
    }

    [Fact]
    public async Task Replacing_shows_what_is_there_and_asks()
    {
        await using var copying = await Copying.Between(Source, Target + "insert into one values (9, 'mine')");
        var asked = new List<string>();

        Assert.Equal("Nothing was replaced.", await copying.Refused(new() { Replace = true, Confirm = Ask(false) }, ExitCode.Guarded));
        Assert.Equal(["9|mine"], await copying.Target.Rows("select * from one"));
        await copying.Run(new() { Replace = true, Confirm = Ask(true) });

        Assert.Equal(["Delete what the target holds: one 1 row?", "Delete what the target holds: one 1 row?"], asked);
        Assert.Equal(["1|a", "2|b", "3|"], await copying.Target.Rows("select * from one order by id"));

        Func<string, bool> Ask(bool answer) => question =>
        {
            asked.Add(question);
            return answer;
        };
    }

    [Fact]
    public async Task A_table_outside_the_choice_that_refers_to_an_emptied_one_is_a_refusal()
    {
        await using var copying = await Copying.Between(
            Source, Target + "create table other (one int references one); insert into one values (1, 'x'); insert into other values (1)");

        Assert.Equal(
            "A table outside the choice refers to one that would be emptied: other refers to one.",
            await copying.Refused(new() { Replace = true, AllowMissing = true, Confirm = _ => true }, ExitCode.Guarded));
        Assert.Equal(["1|x"], await copying.Target.Rows("select * from one"));
    }

    [Fact]
    public async Task Triggers_are_a_refusal()
    {
        await using var copying = await Copying.Between(
            Source,
            Target + "create function note() returns trigger language plpgsql as 'begin return new; end'; "
                + "create trigger noted before insert on one for each row execute function note();");

        Assert.Equal(
            "The copy would write to tables with triggers of their own: noted on one.", await copying.Refused(exit: ExitCode.Guarded));
    }
}
