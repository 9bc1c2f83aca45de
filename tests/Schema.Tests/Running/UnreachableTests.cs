using Microsoft.EntityFrameworkCore;
using Schema.Import;

namespace Schema.Tests.Running;

public class UnreachableTests
{
    [Fact]
    public async Task The_address_that_does_not_answer_is_named()
    {
        await using var context = FarmContext.On(DatabaseAddress.Parse("postgres://nobody:secret@127.0.0.1:1/none").ConnectionString);

        var error = await Assert.ThrowsAsync<SchemaException>(() => context.Database.MigrateAsync());

        Assert.Equal(ExitCode.Unreachable, error.Exit);
        Assert.Equal("The database 127.0.0.1:1/none cannot be used: Connection refused.", error.Message);
    }
}
