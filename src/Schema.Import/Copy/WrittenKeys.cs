using Npgsql;

namespace Schema.Import;

/// <summary>Runs a set-based step's statement and notes in a temporary table which keys it wrote.</summary>
sealed class WrittenKeys(StepRun run, InsertStep step, TargetTable table)
{
    public static string Table { get; } = SqlName.Quote("pg_temp", "schema_import_written");

    public string Columns { get; } = string.Join(", ", table.Key.Select(SqlName.Quote));

    /// <summary>A row that the statement updates is returned as well; only one that no older row stood for has no <c>xmax</c>.</summary>
    public async Task<long> Insert(CancellationToken cancellationToken)
    {
        await run.Execute($"create temporary table {Table} on commit drop as select {Columns} from {table.Quoted} with no data", cancellationToken);
        try
        {
            return await run.Count(
                $"""
                with written as (
                {step.Sql}
                returning {Columns}, xmax = 0 as is_new
                ), noted as (
                    insert into {Table} select {Columns} from written where is_new returning 1
                )
                select count(*) from noted
                """,
                cancellationToken);
        }
        catch (PostgresException refused)
        {
            throw run.Refused(refused, table, []);
        }
    }

    public Task Drop(CancellationToken cancellationToken) => run.Execute($"drop table {Table}", cancellationToken);
}
