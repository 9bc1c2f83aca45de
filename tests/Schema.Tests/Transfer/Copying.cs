using Schema.Import;
using Schema.Import.Transfer;
using Schema.Tests.MySql;

namespace Schema.Tests.Transfer;

/// <summary>A MariaDB database and an empty PostgreSQL one beside it, made by one piece of SQL each.</summary>
sealed class Copying : IAsyncDisposable
{
    Copying(MariaDbDatabase source, TestDatabase target) => (Source, Target) = (source, target);

    public MariaDbDatabase Source { get; }

    public TestDatabase Target { get; }

    public static async Task<Copying> Between(string source, string target)
    {
        var both = new Copying(await MariaDbDatabase.With($"set sql_mode = ''; {source}"), await TestDatabase.Empty());
        await both.Target.Execute(target);
        return both;
    }

    public Task<TransferReport> Run(TransferOptions? options = null) =>
        DatabaseCopy.Run(Source.Address.ToString(), Target.ConnectionString, options ?? new(), CancellationToken.None);

    /// <summary>The sentence of the refusal, without the path of the reject file.</summary>
    public async Task<string> Refused(TransferOptions? options = null, ExitCode exit = ExitCode.DataRefused)
    {
        var folder = Directory.CreateTempSubdirectory("schema-rejects-");
        try
        {
            var refused = await Assert.ThrowsAsync<SchemaException>(() => Run((options ?? new()) with { RejectsFolder = folder.FullName }));
            Assert.Equal(exit, refused.Exit);
            return refused.Message.Replace($"{folder.FullName}/", "");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await Target.DisposeAsync();
    }
}
