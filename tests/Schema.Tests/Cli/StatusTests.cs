namespace Schema.Tests.Cli;

public class StatusTests
{
    [Fact]
    public async Task An_empty_database_has_everything_before_it()
    {
        await using var database = await TestDatabase.Empty();

        (await SchemaProgram.On(database, "status")).Is(
            0,
            $"""
            database   {database.Name()} (DATABASE_URL (environment))
            migration  none applied
            pending    {Databases.After(null)}
            running    nothing
            drift      none
            """,
            "");
    }

    [Fact]
    public async Task Drift_and_what_is_not_ours_stand_in_one_line()
    {
        await using var database = await Databases.AtHead();
        await database.Execute("alter table users add nickname text; create table somebody_elses (id int)");

        (await SchemaProgram.On(database, "status", "--database", database.ConnectionString)).Is(
            0,
            $"""
            database   {database.Name()} (option)
            migration  {Databases.HeadName}
            pending    none
            running    nothing
            drift      1 difference (1 object not made by migrations)
            """,
            "");
    }

    [Fact]
    public async Task It_says_who_runs()
    {
        await using var database = await Databases.AtHead();
        await using var other = await database.Open();
        await other.Execute($"set application_name = 'schema/other'; select pg_advisory_lock({Import.MigrationHistory.LockKey})");

        var said = await SchemaProgram.On(database, "status");

        Assert.Matches(@"running    schema/other \(postgres from 127\.0\.0\.1, process [0-9]+, idle for [0-9]+ s\)\n", said.Output);
    }

    [Fact]
    public async Task It_says_who_holds_a_table_that_nobody_can_look_at()
    {
        await using var database = await Databases.AtHead();
        await using var other = await database.Open();
        await other.Execute("set application_name = 'orchard-app'; begin; lock table users in access exclusive mode");
        await using var uninvolved = await database.Open();
        await uninvolved.Execute("create temporary table own (id int)");
        await uninvolved.Execute("begin; lock table own in access exclusive mode");

        var said = await SchemaProgram.On(database, "status");

        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        Assert.Contains($"migration  {Databases.HeadName}\npending    none\nrunning    nothing\n", said.Output);
        Assert.Matches(
            @"drift      not known while a table is locked by orchard-app \(postgres from 127\.0\.0\.1, process [0-9]+, idle in a transaction for [0-9]+ s\)\n",
            said.Output);
    }
}
