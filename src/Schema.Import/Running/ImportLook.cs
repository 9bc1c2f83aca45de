using Npgsql;

namespace Schema.Import;

/// <summary>Looks at an import without changing anything: what it would do, and whether what it did still agrees with its source.</summary>
public sealed class ImportLook(DataImport import, EngineOptions options)
{
    public Task<ImportReport> Check(NpgsqlConnection target, CancellationToken cancellationToken) => RolledBack(
        target,
        async context =>
        {
            var state = await ImportState.Of(target, import.Name, cancellationToken);
            return await ImportCheck.Run(import, context with { Again = state is { IsDone: true } }, cancellationToken);
        },
        cancellationToken);

    public Task<VerifyReport> Verify(NpgsqlConnection target, CancellationToken cancellationToken) =>
        RolledBack(target, context => ImportVerify.Run(import, context, cancellationToken), cancellationToken);

    public Task<CountsReport> Counts(NpgsqlConnection target, CancellationToken cancellationToken) =>
        RolledBack(target, context => ImportCounts.Run(import, context, cancellationToken), cancellationToken);

    async Task<TReport> RolledBack<TReport>(
        NpgsqlConnection target, Func<ImportContext, Task<TReport>> look, CancellationToken cancellationToken)
    {
        await using var transaction = await target.BeginTransactionAsync(cancellationToken);
        // Steps write receipts; where no run has made the ledger yet, it comes and goes with this transaction.
        await Ledger.Ensure(target, cancellationToken);

        return await look(new RecordedImport(import, options, target, transaction).Context);
    }
}
