using Npgsql;
using Schema.Import;

namespace Schema.Seeding;

/// <summary>The tables that a seed writes: they must be there, and nobody else writes them meanwhile.</summary>
public static class SeedTables
{
    public static async Task Require(NpgsqlConnection connection, IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        var found = await Existing(connection, tables, cancellationToken);
        var missing = tables.Except(found).ToList();
        if (missing.Count > 0)
            throw new SchemaException(
                ExitCode.Usage, $"{connection.Database} has no table {string.Join(", ", missing)}: it is not migrated that far.", "schema up");
    }

    public static async Task<IReadOnlyList<string>> Existing(NpgsqlConnection connection, IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select name from unnest($1) with ordinality t (name, place) where to_regclass(quote_ident(name)) is not null order by place", connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. tables] });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var existing = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            existing.Add(reader.GetString(0));

        return existing;
    }

    /// <summary>Until the transaction ends; others go on reading.</summary>
    public static async Task Lock(NpgsqlConnection connection, IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", tables.Order(StringComparer.Ordinal).Select(SqlName.Quote));
        await using var command = new NpgsqlCommand(
            $"set local lock_timeout = '5s'; lock table {names} in share row exclusive mode; set local lock_timeout = 0", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
