namespace Schema.Tests.Cli;

/// <summary>The words of a copy as they are typed, and what ends it from outside.</summary>
public class CopyWordsTests
{
    [Fact]
    public async Task Tables_names_and_rules_are_chosen_on_the_command_line()
    {
        await using var source = await TestDatabase.Empty();
        await using var target = await TestDatabase.Empty();
        await source.Execute("""
            create table person (id uuid primary key, name text);
            create table talk (id int primary key, "personID" text, lost int);
            create table other (id int);
            create table alone (id int);
            create table migrations_typeorm (id int);
            insert into person values ('0f8fad5b-d9cb-469f-a165-70867728950e', 'ann');
            insert into talk values (1, 'ann', 7);
            insert into migrations_typeorm values (5);
            """);
        await target.Execute("""
            create table person (id uuid primary key, name text);
            create table speech (id int primary key, speaker uuid);
            create table migrations_typeorm (id int);
            """);

        var said = await SchemaProgram.On(
            target, "copy", source.ConnectionString, target.ConnectionString, "--exclude", "other,talk.lost", "--include", "migrations_typeorm",
            "--map", "talk=speech,talk.personID=speaker", "--repair", "talk.personID:lookup(person.name→id)", "--allow-missing");

        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        Assert.Contains("personID: 1 value looked up in person.name: ann → 0f8fad5b-d9cb-469f-a165-70867728950e\n", said.Output);
        Assert.Equal(["1|0f8fad5b-d9cb-469f-a165-70867728950e"], await target.Rows("select * from speech"));
        Assert.Equal(["5"], await target.Rows("select * from migrations_typeorm"));
    }

    [Fact]
    public async Task Of_the_tables_named_alone_those_come_and_no_others()
    {
        await using var source = await TestDatabase.Empty();
        await using var target = await TestDatabase.Empty();
        foreach (var database in new[] { source, target })
            await database.Execute("create table one (id int); create table two (id int); create table three (id int)");
        await source.Execute("insert into one values (1); insert into two values (2); insert into three values (3)");

        var said = await SchemaProgram.On(target, "copy", source.ConnectionString, target.ConnectionString, "--tables", "one", "--tables", "two");

        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        Assert.Equal(["1", "2"], await target.Rows("select * from one union all select * from two union all select * from three order by 1"));
    }

    [Theory]
    [InlineData("-INT", 130, "cancelled")]
    [InlineData("-KILL", 137, "started")]
    public async Task Ended_in_the_middle_of_a_table_it_leaves_the_target_as_it_was(string signal, int exitCode, string ledger)
    {
        await using var source = await TestDatabase.Empty();
        await using var target = await TestDatabase.Empty();
        foreach (var database in new[] { source, target })
            await database.Execute("create table one (id int primary key, name text)");
        await source.Execute("insert into one select n, repeat('x', 200) from generate_series(1, 2000) n");
        await target.Execute("insert into one values (0, 'old')");
        var held = await HeldUp.At(target, "one", "id = 1000");

        using var process = SchemaProgram.Start(target, "copy", source.ConnectionString, target.ConnectionString, "--replace", "--yes");
        await held.Happens();
        await Shell.Run("kill", [signal, $"{process.Id}"]);
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        await held.LetGo();

        Assert.Equal(exitCode, process.ExitCode);
        Assert.Equal(exitCode == 130, said.Contains("Interrupted; what was under way has been rolled back."));
        Assert.Equal(["0|old"], await target.Rows("select * from one"));
        Assert.Equal(ledger, await target.Scalar<string>("select event from ledger.line order by id desc limit 1"));
    }
}
