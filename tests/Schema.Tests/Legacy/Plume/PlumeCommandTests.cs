using Npgsql;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Tests.Legacy.Plume;

public class PlumeCommandTests
{
    const string Imported = "select count(*) from user_external_ids where system = 'plume'";

    [Theory]
    [InlineData("scripts", "scripts")]
    [InlineData("src/Schema.Migrations", "src/Schema.Migrations")]
    [InlineData("nowhere", null)]
    [InlineData("postgres://plume/plume", null)]
    public void A_path_is_meant_from_the_project_where_dotnet_ef_starts_in_a_folder_of_it(string said, string? found)
    {
        var settings = Settings.Only(Repository.Path("src", "Schema.Migrations"), new Dictionary<string, string> { ["LEGACY_PLUME"] = said });

        Assert.Equal(found is null ? said : Repository.Path(found), LegacySystem.Of(new PlumeImport(), settings).Location);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("0")]
    [InlineData("65536")]
    public void A_port_among_the_old_names_that_is_none_is_refused(string port)
    {
        var settings = Settings.Only("/", new Dictionary<string, string> { ["EC2_DATABASE_HOST"] = "plume", ["EC2_DATABASE_PORT"] = port });

        var refused = Assert.Throws<SchemaException>(() => LegacySystem.Of(new PlumeImport(), settings));

        Assert.Equal((ExitCode.Usage, $"EC2_DATABASE_PORT is '{port}'; it takes the number of a port."), (refused.Exit, refused.Message));
    }

    [Fact]
    public async Task Up_brings_Plume_into_the_queue_and_Down_takes_it_back()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Nasty();
        var before = await queue.Dump();

        var up = await PlumeProgram.Run(queue, plume, "up", PlumeRuns.After);
        Assert.True(up.ExitCode == 0, up.Error);
        Assert.Equal(17, await queue.Scalar<long>(Imported));
        var down = await PlumeProgram.Run(queue, null, "down", "--yes", "--production");

        Assert.True(down.ExitCode == 0, down.Error);
        Assert.Equal(before, await queue.Dump());
    }

    [Fact]
    public async Task A_dry_run_brings_nobody_and_says_so_in_the_ledger()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Nasty();
        var before = await queue.Dump();

        var rehearsal = await PlumeProgram.Run(queue, plume, "up", PlumeRuns.After, "--dry-run");

        Assert.True(rehearsal.ExitCode == 0, rehearsal.Error);
        Assert.Equal(before, await queue.Dump());
        Assert.Equal(
            ["started 20261120101000_ImportPlume", "dry run 20261120101000_ImportPlume"],
            (await queue.Rows("select event || ' ' || subject from ledger.line order by id"))[^2..]);
    }

    [Fact]
    public async Task Outside_of_Development_somebody_has_to_say_where_Plume_is()
    {
        await using var queue = await PlumeRuns.Queue();
        var before = await queue.Dump();

        var up = await PlumeProgram.Run(queue, null, "up");

        Assert.Equal(2, up.ExitCode);
        Assert.EndsWith("    LEGACY_PLUME=none\n", up.Error);
        Assert.Equal(before, await queue.Dump());
    }

    [Fact]
    public async Task The_names_of_the_old_script_are_understood()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Nasty();
        var address = new NpgsqlConnectionStringBuilder(plume.ConnectionString);

        var up = await PlumeProgram.Run(["up", PlumeRuns.After], start =>
        {
            start.Environment["DATABASE_URL"] = queue.ConnectionString;
            start.Environment["EC2_DATABASE_HOST"] = address.Host;
            start.Environment["EC2_DATABASE_PORT"] = $"{address.Port}";
            start.Environment["EC2_DATABASE_NAME"] = address.Database;
            start.Environment["EC2_DATABASE_USER"] = address.Username;
        });

        Assert.True(up.ExitCode == 0, up.Error);
        Assert.Equal(17, await queue.Scalar<long>(Imported));
    }

    [Fact]
    public async Task A_script_stops_where_Plume_would_come_in()
    {
        await using var queue = await PlumeRuns.Queue();
        var before = await queue.Dump();

        var script = await PlumeProgram.Run(queue, null, "script", "ArchiveOldUsers", "ImportPlume");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => queue.Execute(script.Output));

        Assert.Equal("This migration imports legacy data (plume), which a SQL script cannot do. Run: schema up", refused.MessageText);
        Assert.Equal(before, await queue.Dump());
    }
}
