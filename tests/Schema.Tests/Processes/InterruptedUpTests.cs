using Npgsql;
using Databases = Schema.Tests.Cli.Databases;

namespace Schema.Tests.Processes;

public class InterruptedUpTests
{
    [Fact]
    public async Task Ctrl_C_rolls_back_says_so_and_ends_with_130()
    {
        await using var database = await Databases.At("RolesAndPermissions");
        await using var blocker = await database.Open();
        await using var transaction = await blocker.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("lock table tickets", blocker, transaction))
            await hold.ExecuteNonQueryAsync();

        using var process = SchemaProgram.Start(database, "up");
        while (await process.StandardError.ReadLineAsync() is { } line && !line.Contains(" waits for "))
        {
        }

        await Shell.Run("kill", ["-INT", $"{process.Id}"]);
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(130, process.ExitCode);
        Assert.Contains("Interrupted; what was under way has been rolled back.", said);
        Assert.Equal("cancelled", await database.Scalar<string>("select event from ledger.line order by id desc limit 1"));
        Assert.Equal(4, await database.Scalar<long>("""select count(*) from "__EFMigrationsHistory" """));
    }
}
