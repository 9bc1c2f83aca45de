using Npgsql;

namespace Schema.Import;

/// <summary>Which migrations the database has, read without EF Core: status must start fast and need no more than SELECT.</summary>
public static class MigrationHistory
{
    public const string Table = "__EFMigrationsHistory";

    /// <summary>The key under which one run at a time changes the database.</summary>
    public static long LockKey { get; } = MigrationLock.KeyFor("public", Table);

    public static async Task<IReadOnlyList<string>> Applied(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var exists = new NpgsqlCommand($"select to_regclass({SqlName.Literal(SqlName.Quote("public", Table))}) is not null", connection);
        if (!(bool)(await exists.ExecuteScalarAsync(cancellationToken))!)
            return [];

        await using var command = new NpgsqlCommand(
            $"""select "MigrationId" from {SqlName.Quote("public", Table)} order by "MigrationId" collate "C" """, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var applied = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            applied.Add(reader.GetString(0));

        return applied;
    }
}
