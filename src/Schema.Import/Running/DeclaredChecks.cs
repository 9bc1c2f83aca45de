using Npgsql;

namespace Schema.Import;

/// <summary>The queries that a plan declares over the finished data.</summary>
static class DeclaredChecks
{
    const int Shown = 5;
    const int MostConflicts = 100_000;

    public static async Task Run(ImportPlan plan, ImportContext context, CancellationToken cancellationToken)
    {
        foreach (var check in plan.Checks)
        {
            var found = await Rows(context, check.Sql, Shown + 1, cancellationToken);
            if (found.Count == 0)
                continue;

            if (found.Count > Shown)
                found[Shown] = "and others";

            throw new SchemaException(
                ExitCode.DataRefused,
                $"{plan.Import.Title}: '{check.Name}' does not hold:\n  {string.Join("\n  ", found)}",
                "Nothing was changed. Correct these rows in the source, or the map that makes them.");
        }
    }

    public static async Task<IReadOnlyList<Conflict>> Conflicts(ImportPlan plan, ImportContext context, CancellationToken cancellationToken)
    {
        var conflicts = new List<Conflict>();
        foreach (var query in plan.ConflictQueries)
        {
            var rows = await Rows(context, query.Sql, MostConflicts + 1, cancellationToken);
            if (rows.Count > MostConflicts)
                rows[MostConflicts] = "and others: more than the 100,000 that are listed";

            conflicts.AddRange(rows.Select(row => new Conflict(query.Name, row)));
        }

        return conflicts;
    }

    /// <summary>All rows of a query, field by field, as the server writes them.</summary>
    public static async Task<IReadOnlyList<string?[]>> Fields(ImportContext context, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, context.Target, context.Transaction) { CommandTimeout = 0, AllResultTypesAreUnknown = true };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<string?[]>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(field => reader.IsDBNull(field) ? null : reader.GetString(field))]);

        return rows;
    }

    static async Task<List<string>> Rows(ImportContext context, string sql, int most, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, context.Target, context.Transaction) { CommandTimeout = 0, AllResultTypesAreUnknown = true };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<string>();
        while (rows.Count < most && await reader.ReadAsync(cancellationToken))
            rows.Add(Row(reader));

        return rows;
    }

    static string Row(NpgsqlDataReader reader) => string.Join(
        ", ",
        Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)} {(reader.IsDBNull(i) ? "NULL" : FieldText.OneLine(reader.GetString(i)))}"));
}
