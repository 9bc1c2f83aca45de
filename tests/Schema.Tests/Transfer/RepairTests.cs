using System.IO.Compression;
using System.Text;
using Schema.Import;

namespace Schema.Tests.Transfer;

public class RepairTests
{
    const string Contributor = "0f8fad5b-d9cb-469f-a165-70867728950e";

    const string Source =
        "create table person (id char(36) primary key, nameID varchar(36)); "
            + $"insert into person values ('{Contributor}', 'some-name'), ('1f8fad5b-d9cb-469f-a165-70867728950e', 'twice'), ('2f8fad5b-d9cb-469f-a165-70867728950e', 'twice'); "
            + "create table talk (id int primary key, personID char(36)); ";

    const string Target = "create table person (id uuid primary key, \"nameID\" varchar(36)); create table talk (id int primary key, \"personID\" uuid)";

    [Fact]
    public async Task A_name_where_an_id_belongs_is_looked_up_counted_and_listed()
    {
        await using var copying = await Copying.Between(
            Source + $"insert into talk values (1, 'some-name'), (2, '{Contributor}'), (3, null), (4, 'some-name')", Target);

        var report = await copying.Run(new() { Repairs = ["talk.personID:lookup(person.nameID→id)"] });

        Assert.Equal([$"1|{Contributor}", $"2|{Contributor}", "3|∅", $"4|{Contributor}"], await copying.Target.Rows("select * from talk order by id"));
        Assert.Equal([$"personID: 2 values looked up in person.nameID: some-name → {Contributor}"], report.Tables[1].Changes);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("twice")]
    public async Task A_name_that_stands_for_no_single_row_is_refused(string name)
    {
        await using var copying = await Copying.Between(Source + $"insert into talk values (7, '{name}')", Target);

        Assert.Equal(
            "talk: read 1, rejected 1; no rejects are allowed.\n"
                + $"  talk 7 personID: '{name}' is no uuid, and names no single row of person.nameID            (rejects: copy.talk.jsonl)",
            await copying.Refused(new() { Repairs = ["talk.personID:lookup(person.nameID->id)"] }));
    }

    [Fact]
    public async Task A_zlib_stream_in_Latin_1_characters_becomes_base64_and_one_in_base64_stays()
    {
        using var packed = new MemoryStream();
        await using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            await zlib.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 500).Select(number => $"{{\"drawn\": {number}}}"))));
        var base64 = Convert.ToBase64String(packed.ToArray());
        var characters = Convert.ToHexString(Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(packed.ToArray())));
        await using var copying = await Copying.Between(
            $"create table board (id int primary key, content longtext); insert into board values (1, convert(x'{characters}' using utf8mb4)), (2, '{base64}'), (3, ''), (4, null)",
            "create table board (id int primary key, content text)");

        var report = await copying.Run(new() { Repairs = ["board.content:latin1-zlib→base64"] });

        Assert.Equal([$"1|{base64}", $"2|{base64}", "3|", "4|∅"], await copying.Target.Rows("select * from board order by id"));
        Assert.Equal(["content: 1 value of a zlib stream to base64"], report.Tables[0].Changes);
    }

    [Theory]
    [InlineData("talk.personID:guess", "--repair has the rule 'guess' for talk.personID, which is char(36) and becomes uuid.")]
    [InlineData("talk:lookup(person.nameID→id)", "--repair names talk, which is no TABLE.COLUMN of what is copied.")]
    [InlineData("talk.personID:lookup(person.name→id)", "--repair looks name and id up in person, which the source does not have.")]
    [InlineData("talk", "--repair is 'talk'; it takes a column and a rule, each column once.")]
    public async Task Rules_that_fit_nothing_are_an_error(string repair, string message)
    {
        await using var copying = await Copying.Between(Source, Target);

        Assert.Equal(message, await copying.Refused(new() { Repairs = [repair] }, ExitCode.Usage));
    }
}
