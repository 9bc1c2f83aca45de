using Npgsql;

namespace Schema.Import;

/// <summary>Takes keys, indexes and foreign keys off the tables of a load and puts them back when all rows are in.</summary>
/// <remarks>
/// Without an announced window only on tables made in this very transaction: dropping a foreign key locks the table it refers to.
/// What carries more than its definition says (a comment, a tablespace, a view that needs it) stays where it is.
/// </remarks>
sealed class LoadWindow
{
    readonly ImportContext context;
    readonly string[] tables;
    readonly List<TakenOff> taken = [];
    string before = "";

    LoadWindow(ImportContext context, string[] tables) => (this.context, this.tables) = (context, tables);

    public static async Task<LoadWindow> Open(ImportPlan plan, ImportContext context, CancellationToken cancellationToken)
    {
        var loaded = plan.Steps.Where(step => step.Table is not null).GroupBy(step => step.Table!)
            .Where(steps => !context.Again && steps.All(step => step.NeedsNoKey))
            .Select(steps => SqlName.QuoteQualified(steps.Key));
        var window = new LoadWindow(context, [.. loaded]);
        await window.TakeOff(cancellationToken);

        return window;
    }

    /// <summary>Everything is validated again, and must then be what it was.</summary>
    public async Task Close(CancellationToken cancellationToken)
    {
        if (taken.Count == 0)
            return;

        await Execute("select set_config('maintenance_work_mem', '256MB', true)", cancellationToken);
        foreach (var part in Enumerable.Reverse(taken))
            await PutBack(part, cancellationToken);

        if (await Shape(cancellationToken) != before)
            throw new InvalidOperationException("A constraint or an index came back other than it was.");
    }

    async Task TakeOff(CancellationToken cancellationToken)
    {
        if (tables.Length == 0 || !context.Exclusive && !await AnyIsNew(cancellationToken))
            return;

        before = await Shape(cancellationToken);
        await Collect(LoadWindowQueries.ForeignKeys, cancellationToken);
        foreach (var part in taken)
            await Execute(part.Drop, cancellationToken);

        var foreignKeys = taken.Count;
        await Collect(LoadWindowQueries.Indexes, cancellationToken);
        foreach (var part in taken.Skip(foreignKeys))
            await Execute(part.Drop, cancellationToken);
    }

    async Task<bool> AnyIsNew(CancellationToken cancellationToken)
    {
        await using var command = Command(LoadWindowQueries.AnyIsNew);
        command.Parameters.Add(new() { Value = tables });

        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    async Task Collect(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        command.Parameters.Add(new() { Value = tables });
        command.Parameters.Add(new() { Value = context.Exclusive });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            taken.Add(new TakenOff(reader.GetString(0), reader.GetString(1)));
    }

    async Task PutBack(TakenOff part, CancellationToken cancellationToken)
    {
        try
        {
            await Execute(part.Add, cancellationToken);
        }
        catch (PostgresException refused)
        {
            var detail = refused.Detail is { } text && !text.StartsWith("Detail redacted", StringComparison.Ordinal) ? $" {text}" : "";
            throw new SchemaException(
                ExitCode.DataRefused,
                $"The rows written do not meet what their tables demand: {refused.MessageText}.{detail}",
                "Nothing was changed. Without --exclusive the row at fault is named.",
                refused);
        }
    }

    async Task<string> Shape(CancellationToken cancellationToken)
    {
        await using var command = Command(LoadWindowQueries.Shape);
        command.Parameters.Add(new() { Value = tables });

        return await command.ExecuteScalarAsync(cancellationToken) as string ?? "";
    }

    async Task Execute(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    NpgsqlCommand Command(string sql) => new(sql, context.Target, context.Transaction) { CommandTimeout = 0 };
}
