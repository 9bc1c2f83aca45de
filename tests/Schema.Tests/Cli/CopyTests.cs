using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Schema.Tests.MySql;

namespace Schema.Tests.Cli;

public partial class CopyTests
{
    const string Source =
        "create table Fruit (id char(36) primary key, name varchar(20), ripe tinyint(1)); "
            + "insert into Fruit values ('0f8fad5b-d9cb-469f-a165-70867728950e', 'apple', 1), ('1F8FAD5B-d9cb-469f-a165-70867728950e', '', 0); "
            + "create table migrations_typeorm (id int)";

    const string Target = "create table fruit (id uuid primary key, name text, ripe boolean)";

    [Fact]
    public async Task A_copy_prints_a_line_for_each_table_and_compare_agrees()
    {
        await using var source = await MariaDbDatabase.With(Source);
        await using var target = await TestDatabase.Empty();
        await target.Execute(Target);

        var copied = await SchemaProgram.On(target, "copy", source.Address.ToString(), target.ConnectionString);
        var compared = await SchemaProgram.On(target, "compare", source.Address.ToString(), target.ConnectionString);

        Assert.Equal("", copied.Error);
        Assert.Equal(
            """
            migrations_typeorm is left out: a migration tool's own table (--include migrations_typeorm takes it)
            table  rows  kept  rejected  size  time  proof
            fruit  2  0  0  … kB  … s  digest …
            fruit.id: 1 value into lower case
            2 rows of mysql://… arrived in … s, as they were at …Z.
            """,
            Steady(copied.Output));
        Assert.Equal(0, copied.ExitCode);
        Assert.Equal("Both sides hold the same.", compared.Output.TrimEnd().Split('\n')[^1]);
        Assert.Equal(0, compared.ExitCode);
    }

    [Fact]
    public async Task A_difference_is_named_and_ends_with_1()
    {
        await using var source = await MariaDbDatabase.With(Source);
        await using var target = await TestDatabase.Empty();
        await target.Execute(Target);
        await target.Execute("insert into fruit values ('0f8fad5b-d9cb-469f-a165-70867728950e', 'apple', true), ('1f8fad5b-d9cb-469f-a165-70867728950e', null, false)");

        var compared = await SchemaProgram.On(target, "compare", source.Address.ToString(), target.ConnectionString);

        Assert.Equal(
            """
            migrations_typeorm is left out: a migration tool's own table (--include migrations_typeorm takes it)
            fruit: 2 rows in the source, 2 in the target
              name: digest … in the source, … in the target
              fruit 1f8fad5b-d9cb-469f-a165-70867728950e differs in name
            """,
            Digest.Replace(compared.Output.TrimEnd(), "…"));
        Assert.Equal((1, ""), (compared.ExitCode, compared.Error));
    }

    [Fact]
    public async Task The_old_scripts_log_is_kept_where_it_is_asked_for()
    {
        await using var source = await MariaDbDatabase.With(Source);
        await using var target = await TestDatabase.Empty();
        await target.Execute(Target);
        var file = Path.Combine(SchemaProgram.Elsewhere, "journal.json");

        await SchemaProgram.On(target, "copy", source.Address.ToString(), target.ConnectionString, "--journal", file);
        await target.Execute("update fruit set name = 'pear'");
        await SchemaProgram.On(target, "copy", source.Address.ToString(), target.ConnectionString, "--journal", file);

        var runs = JsonNode.Parse(await File.ReadAllTextAsync(file))!["migration_runs"]!.AsArray();
        Assert.Equal(["started", "completed", "started", "failed"], runs.Select(run => (string?)run!["status"]));
        Assert.Equal(
            "Fruit a row is refused by the target: duplicate key value violates unique constraint \"fruit_pkey\" (Key (id)=(0f8fad5b-d9cb-469f-a165-70867728950e) already exists).",
            (string?)runs[3]!["message"]);
        Assert.All(runs, run => Assert.Equal(Environment.MachineName, (string?)run!["host"]));
    }

    [Fact]
    public async Task Replacing_in_production_needs_to_be_said()
    {
        await using var source = await MariaDbDatabase.With(Source);
        await using var target = await TestDatabase.Empty();
        await target.Execute(Target);

        var refused = await SchemaProgram.InProduction(target, "copy", source.Address.ToString(), target.ConnectionString, "--replace", "--yes");

        refused.Is(
            5,
            "migrations_typeorm is left out: a migration tool's own table (--include migrations_typeorm takes it)",
            """
            Replacing rows is refused: this database counts as Production, because no environment is set, and the database is not the project's own.
              schema copy --replace --production
            """);
    }

    /// <summary>Without what differs from run to run, and without the blanks that depend on it.</summary>
    static string Steady(string output) => Blanks.Replace(
        Varying.Replace(output.TrimEnd(), match => match.Groups["before"].Value + "…" + match.Groups["after"].Value), "  ");

    [GeneratedRegex(@"(?<before>digest )[0-9a-f]{32}|[0-9.]+(?<after> k?[Bs]\b)|(?<before>mysql://)\S+|(?<before> at )[-0-9]+ [:0-9]+(?<after>Z)")]
    static partial Regex Varying { get; }

    [GeneratedRegex("[0-9a-f]{32}")]
    static partial Regex Digest { get; }

    [GeneratedRegex("  +")]
    static partial Regex Blanks { get; }
}
