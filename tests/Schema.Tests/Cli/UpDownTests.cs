namespace Schema.Tests.Cli;

public class UpDownTests
{
    [Fact]
    public async Task Up_says_its_plan_and_where_the_database_is_now()
    {
        await using var database = await Databases.At("NotificationChannels");

        var said = await SchemaProgram.On(database, "up", "ArchiveOldUsers");

        Assert.Equal((0, $"{database.Name()} is at ArchiveOldUsers.\n"), (said.ExitCode, said.Output));
        Assert.Matches(
            """
            ^2 migrations, each in a transaction of its own: TickerFollows, ArchiveOldUsers
            applying TickerFollows
              applied TickerFollows in [0-9.]+ s
            applying ArchiveOldUsers
              applied ArchiveOldUsers in [0-9.]+ s
            $
            """.ReplaceLineEndings("\n"),
            said.Error);
    }

    [Fact]
    public async Task Up_has_nothing_to_do_at_head()
    {
        await using var database = await Databases.AtHead();

        (await SchemaProgram.On(database, "up")).Is(0, $"{database.Name()} is up to date ({Databases.HeadName}).", "");
    }

    [Fact]
    public async Task Up_never_undoes()
    {
        await using var database = await Databases.AtHead();

        (await SchemaProgram.On(database, "up", "CentralUsers")).Is(
            2, "", $"CentralUsers lies before {Databases.HeadName}, which is applied; up never undoes.\n  schema down CentralUsers");
    }

    [Fact]
    public async Task Up_without_the_backup_that_was_asked_for_does_not_start()
    {
        await using var database = await Databases.At("NotificationChannels");
        var taken = Path.Combine(SchemaProgram.Elsewhere, "taken.dump");
        await File.WriteAllTextAsync(taken, "another backup");

        (await SchemaProgram.On(database, "up", "--backup", taken)).Is(
            5, "", $"{taken} is there already; a backup is never written over.\n  Name another file.");
        Assert.Equal("another backup", await File.ReadAllTextAsync(taken));
        Assert.Equal(7, await database.Scalar<long>("select count(*) from \"__EFMigrationsHistory\""));
    }

    [Fact]
    public async Task Down_shows_what_is_lost_and_needs_a_yes()
    {
        await using var database = await Databases.At("TickerFollows");
        await database.Execute("insert into users (email) values ('ann@example.org')");

        (await SchemaProgram.On(database, "down", "NotificationChannels")).Is(
            5,
            $"""
            {database.Name()}: undo TickerFollows.
              drops table public.user_ticker_follows: 0 rows
            """,
            "Undo? Nobody is there to answer.\n  Add --yes when it is meant.");

        var said = await SchemaProgram.On(database, "down", "--yes");
        Assert.Equal(0, said.ExitCode);
        Assert.EndsWith($"{database.Name()}: undone.\n", said.Output);
        Assert.Equal(7, await database.Scalar<long>("select count(*) from \"__EFMigrationsHistory\""));
    }

    [Fact]
    public async Task Down_says_who_keeps_it_from_counting_what_is_lost()
    {
        await using var database = await Databases.At("TickerFollows");
        await using var reading = await database.Open();
        await reading.Execute("begin; select from user_ticker_follows");
        await using var changing = await database.Open();
        var change = changing.Execute("set application_name = 'orchard-app'; begin; lock table user_ticker_follows");
        await database.Until("exists (select from pg_locks where database = (select oid from pg_database where datname = current_database()) and not granted)");

        var said = await SchemaProgram.On(database, "down", "--yes", "--lock-timeout", "0.1").WaitAsync(TimeSpan.FromSeconds(30));
        await reading.Execute("rollback");
        await change;

        Assert.Equal((4, ""), (said.ExitCode, said.Output));
        Assert.Matches(
            @"^What would be lost cannot be counted while a table is locked by orchard-app \(postgres from 127\.0\.0\.1, process [0-9]+, active for [0-9]+ s\)\.\n  Nothing was changed\. ",
            said.Error);
    }

    [Fact]
    public async Task Down_in_production_is_refused_before_anything_is_asked()
    {
        await using var database = await Databases.At("ArchiveOldUsers");

        (await SchemaProgram.InProduction(database, "down", "--yes")).Is(
            5,
            "",
            """
            Undoing a migration is refused: this database counts as Production, because no environment is set, and the database is not the project's own.
              schema down --production
            """);
        Assert.Equal(0, (await SchemaProgram.InProduction(database, "down", "--yes", "--production")).ExitCode);
    }

    [Fact]
    public async Task Down_never_applies()
    {
        await using var database = await Databases.At("MarketBaseline");

        (await SchemaProgram.On(database, "down", "RekeyTickets")).Is(2, "", "RekeyTickets is not applied; down never applies.\n  schema up");
    }

    [Fact]
    public async Task Down_has_nothing_to_undo_on_an_empty_database()
    {
        await using var database = await TestDatabase.Empty();

        (await SchemaProgram.On(database, "down")).Is(2, "", $"{database.Name()} has no migration to undo.");
    }

    [Fact]
    public async Task A_dry_run_in_production_is_no_danger()
    {
        await using var database = await Databases.At("ArchiveOldUsers");

        var said = await SchemaProgram.InProduction(database, "down", "--dry-run");

        Assert.Equal(0, said.ExitCode);
        Assert.EndsWith(
            $"{database.Name()}: everything ran and was rolled back. Locks were held meanwhile, and sequence values are used up.\n", said.Output);
        Assert.Equal(9, await database.Scalar<long>("select count(*) from \"__EFMigrationsHistory\""));
    }
}
