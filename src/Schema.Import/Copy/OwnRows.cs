namespace Schema.Import;

/// <summary>The rows of a table that this transaction wrote; nobody else can write while the run holds its lock.</summary>
static class OwnRows
{
    public const string Condition = "where xmin = pg_current_xact_id()::xid";

    public static async Task<bool> Any(StepRun run, TargetTable table, CancellationToken cancellationToken) =>
        await run.Count($"select count(*) from (select from {table.Quoted} {Condition} limit 1) one", cancellationToken) > 0;
}
