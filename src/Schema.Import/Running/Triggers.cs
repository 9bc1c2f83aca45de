using Npgsql;

namespace Schema.Import;

/// <summary>User triggers may alter what is written behind the import's back; they are named, and need consent.</summary>
static class Triggers
{
    public static async Task Refuse(ImportPlan plan, ImportContext context, CancellationToken cancellationToken)
    {
        if (context.Triggers || await Find(plan, context, cancellationToken) is not { Count: > 0 } triggers)
            return;

        throw new SchemaException(
            ExitCode.Guarded,
            $"{plan.Import.Title} writes to tables with triggers of their own: {string.Join(", ", triggers)}.",
            "Nothing was changed. Let them run with --triggers, or disable them first.");
    }

    static async Task<List<string>> Find(ImportPlan plan, ImportContext context, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select format('%s on %s', t.tgname, t.tgrelid::regclass)
            from pg_trigger t
            where t.tgrelid in (select to_regclass(name) from unnest($1::text[]) name) and not t.tgisinternal and t.tgenabled <> 'D'
            order by t.tgrelid::regclass::text, t.tgname
            """,
            context.Target,
            context.Transaction);
        command.Parameters.Add(new() { Value = plan.Tables.Select(SqlName.QuoteQualified).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var triggers = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            triggers.Add(reader.GetString(0));

        return triggers;
    }
}
