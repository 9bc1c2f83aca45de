using System.Text.RegularExpressions;
using Schema.Tests.MySql;
using SchemaProgram = Schema.Tests.Cli.SchemaProgram;

namespace Schema.Tests.Transfer;

/// <summary>What the README says of whole databases, step by step, as a reader would.</summary>
public sealed partial class TransferReadmeTests
{
    [Fact]
    public async Task Its_steps_do_what_they_say()
    {
        await using var old = await MariaDbDatabase.With(
            "set sql_mode = ''; create table fruit (id char(36) primary key, name text, ripe tinyint(1), picked datetime); "
                + "insert into fruit values ('0f8fad5b-d9cb-469f-a165-70867728950e', 'two\nlines', 1, '0000-00-00 00:00:00')");
        await using var target = await TestDatabase.Empty();
        await target.Execute("create table fruit (id uuid primary key, name text, ripe boolean, picked timestamp); create table other (id int)");
        var folder = Directory.CreateTempSubdirectory("schema-readme-").FullName;

        var steps = Steps.Matches(await File.ReadAllTextAsync(Repository.Path("README.md"))).Select(step => step.Groups[1].Value).ToList();
        Assert.Equal(6, steps.Count);
        foreach (var step in steps)
        {
            var words = step.Split(' ').Select(word => word switch { "$OLD" => old.Address.ToString(), "$NEW" => target.ConnectionString, _ => word });
            var done = await SchemaProgram.In(folder, target, [.. words]);
            Assert.True(done.ExitCode == 0, $"{step}\n{done.Output}{done.Error}");
        }

        Assert.Equal(["0f8fad5b-d9cb-469f-a165-70867728950e|two\nlines|t|∅"], await target.Rows("select * from fruit"));
        Assert.True(File.Exists(Path.Combine(folder, "migration_log.json")));
        Directory.Delete(folder, recursive: true);
    }

    [GeneratedRegex("^scripts/schema ((?:copy|export|load|compare) [^-].+)$", RegexOptions.Multiline)]
    static partial Regex Steps { get; }
}
