using System.Text;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Tests.Legacy.School;

public sealed class ConflictFileTests : IDisposable
{
    const string Header = "decision_key,entity,legacy_key,field,value,with,proposed,decision,target\r\n";

    readonly string folder = Directory.CreateTempSubdirectory("conflicts-").FullName;

    static readonly SchoolConflict Email = new(
        new("teacher", "ck,1"), "email", "ann@x.org", new("admin", "s:1"), "ann+teacher1@x.org", ConflictDecision.Suffix);

    static readonly SchoolConflict Phone = new(new("parent", "p\"2"), "phone", "+254712345678", new("teacher", "ck,1"), "", ConflictDecision.Drop);

    [Fact]
    public async Task A_file_is_written_for_its_owner_and_read_again()
    {
        var path = Path.Combine(folder, "conflicts.csv");

        await ConflictFile.Write(path, [Email, Phone], CancellationToken.None);
        var read = await ConflictDecisions.Read(path, CancellationToken.None);

        Assert.Equal(
            Header
            + "teacher-email-2e1f0333df1ef05d,teacher,\"ck,1\",email,ann@x.org,admin:s:1,ann+teacher1@x.org,suffix,\r\n"
            + "parent-phone-701ed278df165d93,parent,\"p\"\"2\",phone,+254712345678,\"teacher:ck,1\",,drop,\r\n",
            await File.ReadAllTextAsync(path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal([path], Directory.GetFiles(folder));
        Assert.Equal(
            [
                new DecidedConflict(Email.DecisionKey, "teacher", "email", ConflictDecision.Suffix, null, null, 2),
                new DecidedConflict(Phone.DecisionKey, "parent", "phone", ConflictDecision.Drop, null, null, 3),
            ],
            read.All);
        read.RefuseUnknown([Phone, Email]);
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_written_over()
    {
        var path = Path.Combine(folder, "conflicts.csv");
        await File.WriteAllTextAsync(path, "decisions");

        var refused = await Assert.ThrowsAsync<SchemaException>(() => ConflictFile.Write(path, [Email], CancellationToken.None));

        Assert.Equal((ExitCode.Guarded, $"{path} is there already and may hold decisions; it is not written over."), (refused.Exit, refused.Message));
        Assert.Equal("decisions", await File.ReadAllTextAsync(path));
        Assert.Equal([path], Directory.GetFiles(folder));
    }

    [Fact]
    public void A_key_names_these_two_over_this_value()
    {
        SchoolConflict[] others =
        [
            Email with { Whose = new("teacher", "ck,2") }, Email with { Field = "phone" }, Email with { Value = "ann@x.or" },
            Email with { With = new("admin", "s:2") }, Email with { Whose = new("teacherc", "k,1") },
        ];

        Assert.DoesNotContain(Email.DecisionKey, others.Select(other => other.DecisionKey));
        Assert.Equal(Email.DecisionKey, (Email with { Proposed = "other", Decision = ConflictDecision.Drop }).DecisionKey);
    }

    [Fact]
    public async Task What_a_spreadsheet_does_to_a_file_is_understood()
    {
        var read = await Read("\ufeff" + Header.Replace("\r\n", ",,\n") + "k1,teacher,a,email,x,admin:b,, Merge ,,,\n\n,,,,,,,,\nk2,teacher,c,email,x,admin:b,,keep\nk3,teacher,d,email,x,admin:b,,MERGE,parent:p:1");

        Assert.Equal(
            [
                new DecidedConflict("k1", "teacher", "email", ConflictDecision.Merge, new LegacyReference("admin", "b"), null, 2),
                new DecidedConflict("k2", "teacher", "email", ConflictDecision.Keep, null, null, 5),
                new DecidedConflict("k3", "teacher", "email", ConflictDecision.Merge, new LegacyReference("parent", "p:1"), null, 6),
            ],
            read.All);
    }

    [Fact]
    public async Task What_a_school_gets_instead_may_be_chosen()
    {
        var read = await Read(Header + "k1,school,a,code,x,school:b,,suffix, K 17 \nk2,school,a,email,x,school:b,,suffix,y@x.org\nk3,school,c,code,x,school:b,,suffix,");

        Assert.Equal(["K 17", "y@x.org", null], read.All.Select(decided => decided.Becomes));
    }

    [Theory]
    [InlineData("k,teacher,a,email,x,admin:b,,skip,", "c.csv, line 2: the decision is 'skip', one of keep, suffix, merge, drop is expected.")]
    [InlineData("k,teacher,a,email,x,admin:b,,,", "c.csv, line 2: the decision is '', one of keep, suffix, merge, drop is expected.")]
    [InlineData("k,teacher,a,phone,x,admin:b,,suffix,", "c.csv, line 2: the decision is suffix, which an e-mail can have and a phone cannot.")]
    [InlineData("k,teacher,a,email,x,admin:b,,merge,somebody", "c.csv, line 2: the target is 'somebody', somebody such as teacher:ckx17 is expected.")]
    [InlineData("k,teacher,a,email,x,admin:b,,keep,admin:b", "c.csv, line 2: a target belongs to merge, the decision is keep.")]
    [InlineData("k,teacher,a,email,x,admin:b,,suffix,y@x.org", "c.csv, line 2: a target belongs to merge, the decision is suffix.")]
    [InlineData("k,school,a,code,x,school:b,,drop,y", "c.csv, line 2: a target belongs to suffix, the decision is drop.")]
    [InlineData("k,school,a,code,x,school:b,,merge,", "c.csv, line 2: the decision is merge, which people can have and a school cannot; which school its people are of can only be corrected in V1.")]
    [InlineData("k,school,a,email,x,school:b,,suffix,y", "c.csv, line 2: the target is 'y', an e-mail address such as office@school.example is expected.")]
    [InlineData("k,school,a,email,x,school:b,,suffix,y@gmail.co", "c.csv, line 2: the target is 'y@gmail.co', an e-mail address such as office@school.example is expected.")]
    [InlineData("k,teacher,a,email,\"x\ny\",admin:b,,keep,\nk,teacher,a,email,x,admin:b,,drop,", "c.csv, line 4: 'k' was decided on line 2 already.")]
    [InlineData("k,teacher,a,email,x,admin:b,,keep,,more", "c.csv, line 2: it has 10 fields, the header has 9.")]
    [InlineData("k,teacher,a,email,\"x", "c.csv, line 2: a quoted field is never closed.")]
    public async Task What_is_not_understood_is_refused_by_its_line(string lines, string message)
    {
        var refused = await Assert.ThrowsAsync<SchemaException>(() => Read(Header + lines));

        Assert.Equal((ExitCode.Usage, message), (refused.Exit, refused.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("decision_key;entity;legacy_key;field;value;with;proposed;decision;target")]
    public async Task Another_file_is_refused_by_its_header(string text)
    {
        var refused = await Assert.ThrowsAsync<SchemaException>(() => Read(text));

        Assert.Equal("c.csv, line 1: the header is not decision_key,entity,legacy_key,field,value,with,proposed,decision,target.", refused.Message);
    }

    [Fact]
    public async Task A_decision_about_what_is_no_conflict_is_refused_by_its_line()
    {
        var read = await Read(Header + "k,teacher,a,email,x,admin:b,,keep,");

        var refused = Assert.Throws<SchemaException>(() => read.RefuseUnknown([Email]));

        Assert.Equal((ExitCode.Usage, "c.csv, line 2: there is no conflict 'k', or it is another one now."), (refused.Exit, refused.Message));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var path = Path.Combine(folder, "none.csv");

        var refused = await Assert.ThrowsAsync<SchemaException>(() => ConflictDecisions.Read(path, CancellationToken.None));

        Assert.Equal((ExitCode.Usage, $"There is no file {path}; a conflict file is expected there."), (refused.Exit, refused.Message));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static Task<ConflictDecisions> Read(string text) => ConflictDecisions.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "c.csv", CancellationToken.None);
}
