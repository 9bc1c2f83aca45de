using Schema.Tests.Catalogues;

namespace Schema.Tests.Cli;

public class DoctorTests
{
    [Fact]
    public async Task It_says_what_it_looked_at_and_where_each_setting_came_from()
    {
        await using var database = await Databases.AtHead();
        var version = await database.Scalar<string>("show server_version");

        var said = await SchemaProgram.On(database.As("postgres", "hush"), "doctor");

        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        Assert.Matches(
            $"""
            ^{database.Name()} \(DATABASE_URL \(environment\)\)
              DATABASE_URL=Host=127.0.0.1;.*Password=\*\*\*.*  \(environment\)
              SCHEMA_ENVIRONMENT=development  \(environment\)
            ok     database     answers, as the role postgres
            ok     server       PostgreSQL {version!.Split(' ')[0]}
            ok     encoding     UTF8
            ok     writing      the server takes changes
            ok     clock        0 s between this machine and the server
            ok     pooler       none in transaction mode: each connection has a server session of its own
            ok     lock         nobody holds the migration lock
            ok     sessions     no transaction is older than 60 s
            ok     environment  Development, because SCHEMA_ENVIRONMENT=development
            ok     grants       the role may do all that migrations do
            ok     ledger       version 1
            ok     migrations   at {Databases.HeadName}; pending: none
            ok     backup       pg_dump [0-9]+ \(/.*/pg_dump\)
            $
            """.ReplaceLineEndings("\n"),
            said.Output);
    }

    [Fact]
    public async Task What_is_missing_comes_as_lines_to_paste()
    {
        await using var role = await TestRole.Create();
        await using var database = await TestDatabase.Empty();
        await database.Execute($"alter database {database.Name().Split('/')[1]} set default_transaction_read_only = on");

        var said = await SchemaProgram.On(database.As(role.Name), "doctor");

        Assert.Equal((1, ""), (said.ExitCode, said.Error));
        Assert.Contains(
            """
            wrong  writing      default_transaction_read_only is on
                     alter database NAME reset default_transaction_read_only;

            """.ReplaceLineEndings("\n"),
            said.Output);
        Assert.Contains("wrong  grants       the role lacks what migrations need; let an administrator run:\n         grant ", said.Output);
    }

    [Fact]
    public async Task The_session_that_a_migration_waits_for_is_named_however_young_it_is()
    {
        await using var database = await Databases.At("TickerFollows");
        await using var blocker = await database.Open();
        await using var transaction = await blocker.BeginTransactionAsync();
        await using (var hold = new Npgsql.NpgsqlCommand("set application_name = 'nightly report'; lock table users_old", blocker, transaction))
            await hold.ExecuteNonQueryAsync();

        using var process = SchemaProgram.Start(database, "up", "--lock-timeout", "60");
        while (await process.StandardError.ReadLineAsync() is { } line && !line.Contains(" waits for "))
        {
        }

        var said = await SchemaProgram.On(database, "doctor");
        process.Kill();

        Assert.Equal(1, said.ExitCode);
        Assert.Matches(
            $@"wrong  sessions     nightly report \(postgres, process {blocker.ProcessID}, idle in transaction\) has had a transaction open for [0-9]+ s; schema/[0-9a-f]+ \(process [0-9]+\) waits for it\n         select pg_terminate_backend\({blocker.ProcessID}\);\n",
            said.Output);
        Assert.Matches(@"ok     lock         the migration lock is held by schema/[0-9a-f]+ \(", said.Output);
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_ends_with_4_after_the_settings()
    {
        var said = await SchemaProgram.On("postgres://ann:hush@127.0.0.1:1/queue", "doctor");

        said.Is(
            4,
            """
            127.0.0.1:1/queue (DATABASE_URL (environment))
              DATABASE_URL=postgres://ann@127.0.0.1:1/queue  (environment)
              SCHEMA_ENVIRONMENT=development  (environment)
            """,
            """
            The database 127.0.0.1:1/queue cannot be opened: Connection refused.
              Check the address, the password and that the server runs: schema doctor
            """);
    }

    [Fact]
    public async Task A_mark_wins_over_the_settings_and_is_recorded()
    {
        await using var database = await TestDatabase.Empty();

        (await SchemaProgram.On(database, "doctor", "--mark", "production")).Is(0, $"{database.Name()} is marked as Production.", "");

        Assert.Equal(["note|marked as production"], await database.Rows("select event, detail->>'message' from ledger.line"));
        Assert.Contains("environment  Production, because the mark in the database says so\n", (await SchemaProgram.On(database, "doctor")).Output);
    }

    [Fact]
    public async Task Production_is_left_only_by_who_says_so_twice()
    {
        await using var database = await TestDatabase.Empty();

        (await SchemaProgram.InProduction(database, "doctor", "--mark", "staging", "--yes")).Is(
            5,
            "",
            """
            Marking it as Staging is refused: this database counts as Production, because no environment is set, and the database is not the project's own.
              schema doctor --mark staging --production
            """);
        (await SchemaProgram.InProduction(database, "doctor", "--mark", "staging", "--production")).Is(
            5,
            "",
            $"""
            {database.Name()} counts as Production, because no environment is set, and the database is not the project's own. Mark it as Staging? Nobody is there to answer.
              Add --yes when it is meant.
            """);
        (await SchemaProgram.InProduction(database, "doctor", "--mark", "staging", "--production", "--yes")).Is(
            0, $"{database.Name()} is marked as Staging.", "");
    }
}
