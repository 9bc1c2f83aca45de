using Npgsql;

namespace Schema.Import;

/// <summary>Finds the tables that rows of given tables can hold fast: those that refer to them, and to these, and so on.</summary>
static class ReferencingTables
{
    /// <summary>The given ones among them, in the order in which they are locked.</summary>
    public static async Task<List<(string Table, bool Written)>> Of(ImportContext context, IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            with recursive reached as (
                select to_regclass(name)::oid as id from unnest($1::text[]) name
                union
                select f.conrelid from reached join pg_constraint f on f.contype = 'f' and f.confrelid = reached.id
            )
            select format('%I.%I', n.nspname, c.relname)
            from reached join pg_class c on c.oid = reached.id join pg_namespace n on n.oid = c.relnamespace
            order by n.nspname collate "C", c.relname collate "C"
            """,
            context.Target,
            context.Transaction);
        command.Parameters.Add(new() { Value = tables.Select(SqlName.QuoteQualified).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<(string, bool)>();
        while (await reader.ReadAsync(cancellationToken))
            found.Add((reader.GetString(0), true));

        return found;
    }
}
