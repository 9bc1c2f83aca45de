using Npgsql;
using Schema.Import;

namespace Schema.Cli;

/// <summary>An empty database on the same server, dropped at the end.</summary>
sealed class ScratchDatabase : IAsyncDisposable
{
    readonly TargetDatabase beside;

    ScratchDatabase(TargetDatabase beside, string name) => (this.beside, Name) = (beside, name);

    public DatabaseAddress Address => beside.Address.With(Name);

    string Name { get; }

    public static async Task<ScratchDatabase> Create(TargetDatabase beside, CancellationToken cancellationToken)
    {
        var scratch = new ScratchDatabase(beside, $"schema_scratch_{Guid.CreateVersion7():N}");
        await scratch.Execute($"create database {SqlName.Quote(scratch.Name)} template template0", cancellationToken);
        return scratch;
    }

    public async ValueTask DisposeAsync() =>
        await Execute($"drop database if exists {SqlName.Quote(Name)} with (force)", CancellationToken.None);

    async Task Execute(string sql, CancellationToken cancellationToken)
    {
        await using var connection = await beside.Open(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
