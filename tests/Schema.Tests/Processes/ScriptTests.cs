using Databases = Schema.Tests.Cli.Databases;

namespace Schema.Tests.Processes;

public class ScriptTests
{
    [Fact]
    public async Task A_script_run_by_hand_twice_gives_the_schema_of_up_and_history_knows_of_it()
    {
        await using var database = await TestDatabase.Empty();
        await using var other = await Databases.At("ArchiveOldUsers");
        var script = await SchemaProgram.Run(database, "script", "0", "ArchiveOldUsers", "--idempotent");
        Assert.True(script.ExitCode == 0, script.Error);

        await database.Execute(script.Output);
        await database.Execute(script.Output);

        Assert.Equal(await DatabaseDump.Of(other), await DatabaseDump.Of(database));
        var history = await SchemaProgram.Run(database, "history");
        Assert.Equal(9, history.Output.Split('\n').Count(line => line.Contains(" applied ") && line.Contains("sql script")));
    }
}
