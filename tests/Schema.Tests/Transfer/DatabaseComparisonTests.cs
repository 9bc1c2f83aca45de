using Schema.Import.Transfer;

namespace Schema.Tests.Transfer;

public class DatabaseComparisonTests
{
    const string Source =
        "create table one (id int primary key, name varchar(20), size double, data json, at datetime(6)); "
            + """insert into one values (1, 'ann', 0.1, '{"a": [1, 2]}', '2025-01-01 00:00:00.5'), (2, '', 1e20, 'null', null), (3, 'eve', -0.0, '1', null)""";

    const string Target = "create table one (id int primary key, name text, size double precision, data jsonb, at timestamp)";

    [Fact]
    public async Task What_was_copied_is_equal()
    {
        await using var copying = await Copying.Between(Source, Target);
        await copying.Run();

        var report = await Compare(copying);

        Assert.True(report.AreEqual);
        Assert.Equal((3, 3), (report.Tables[0].SourceRows, report.Tables[0].TargetRows));
        Assert.Equal(["id", "name", "size", "data", "at"], report.Tables[0].Columns.Where(column => column.IsEqual).Select(column => column.Column));
    }

    [Theory]
    [InlineData("update one set name = 'anm' where id = 1", "one 1 differs in name", "name")]
    [InlineData("update one set name = null where id = 2", "one 2 differs in name", "name")]
    [InlineData("update one set size = 0.10000000000000002 where id = 1", "one 1 differs in size", "size")]
    [InlineData("update one set data = '{\"a\": [2, 1]}' where id = 1", "one 1 differs in data", "data")]
    [InlineData("update one set at = at + interval '1 microsecond' where id = 1", "one 1 differs in at", "at")]
    [InlineData("delete from one where id = 3", "one 3 is missing in the target", "id name size data at")]
    [InlineData("insert into one values (4)", "one 4 is in the target alone", "id name size data at")]
    [InlineData("update one set name = case id when 1 then 'eve' else 'ann' end where id in (1, 3)", "one 1 differs in name|one 3 differs in name", "name")]
    public async Task A_difference_is_found_and_named(string change, string expected, string columns)
    {
        await using var copying = await Copying.Between(Source, Target);
        await copying.Run();
        await copying.Target.Execute(change);

        var report = await Compare(copying);

        Assert.False(report.AreEqual);
        Assert.Equal(expected.Split('|'), report.Tables[0].Differences);
        Assert.Equal(columns, string.Join(' ', report.Tables[0].Columns.Where(column => !column.IsEqual).Select(column => column.Column)));
    }

    /// <summary>Here the target adds its own rows up; a table with floating-point numbers or jsonb is read back.</summary>
    [Theory]
    [InlineData("update one set name = 'anm' where id = 1", "one 1 differs in name", "name")]
    [InlineData("update one set name = null where id = 2", "one 2 differs in name", "name")]
    [InlineData("update one set data = '\\x00fe' where id = 1", "one 1 differs in data", "data")]
    [InlineData("delete from one where id = 3", "one 3 is missing in the target", "id name data flag")]
    [InlineData("insert into one values (4)", "one 4 is in the target alone", "id name data flag")]
    [InlineData("update one set flag = not flag where id < 3", "one 1 differs in flag|one 2 differs in flag", "flag")]
    [InlineData("update one set name = case id when 1 then 'eve' else 'ann' end where id in (1, 3)", "one 1 differs in name|one 3 differs in name", "name")]
    public async Task A_difference_is_found_where_the_server_hashes(string change, string expected, string columns)
    {
        await using var copying = await Copying.Between(
            "create table one (id int primary key, name varchar(20), data blob, flag tinyint(1)); "
                + "insert into one values (1, 'ann', x'00ff', 1), (2, '', '', 0), (3, 'eve', null, null)",
            "create table one (id int primary key, name text, data bytea, flag boolean)");
        await copying.Run();
        Assert.True((await Compare(copying)).AreEqual);
        await copying.Target.Execute(change);

        var report = await Compare(copying);

        Assert.Equal(expected.Split('|'), report.Tables[0].Differences);
        Assert.Equal(columns, string.Join(' ', report.Tables[0].Columns.Where(column => !column.IsEqual).Select(column => column.Column)));
    }

    [Fact]
    public async Task An_export_is_compared_like_the_database_that_it_was()
    {
        await using var copying = await Copying.Between(Source, Target);
        var folder = Path.Combine(Path.GetTempPath(), $"schema-compare-{Guid.NewGuid():N}");
        await DatabaseExport.Run(copying.Source.Address.ToString(), folder, new(), CancellationToken.None);
        await copying.Run();
        await copying.Target.Execute("update one set name = ' ' where id = 2");

        var report = await DatabaseComparison.Run(folder, copying.Target.ConnectionString, new(), shapesOnly: false, CancellationToken.None);

        Assert.Equal(["one 2 differs in name"], report.Tables[0].Differences);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_value_that_could_not_be_carried_over_is_a_difference()
    {
        await using var copying = await Copying.Between(
            "create table one (id int primary key, flag tinyint(1)); insert into one values (1, 1), (2, 2)",
            "create table one (id int primary key, flag boolean); insert into one values (1, true), (2, true)");

        var report = await Compare(copying);

        Assert.Equal(["one 2 flag: '2' is neither 0 nor 1"], report.Tables[0].Differences);
    }

    static Task<ComparisonReport> Compare(Copying copying) => DatabaseComparison.Run(
        copying.Source.Address.ToString(), copying.Target.ConnectionString, new(), shapesOnly: false, CancellationToken.None);
}
