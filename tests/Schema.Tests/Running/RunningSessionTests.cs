using Schema.Import;

namespace Schema.Tests.Running;

public class RunningSessionTests
{
    [Fact]
    public async Task Who_came_after_the_look_began_is_not_there_for_less_than_no_time()
    {
        await using var database = await TestDatabase.Empty();
        await using var looking = await database.Open();
        await using var transaction = await looking.BeginTransactionAsync();
        await looking.Execute("select now()");
        await using var holder = await database.Open();
        await holder.Execute("select pg_advisory_lock(4711)");

        var found = await RunningSession.HolderOf(looking, 4711, CancellationToken.None);

        Assert.Equal(holder.ProcessID, found!.Process);
        Assert.True(found.Since >= TimeSpan.Zero, $"{found.Since}");
    }
}
