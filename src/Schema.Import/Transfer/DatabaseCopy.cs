using System.Diagnostics;
using System.Text.Json;
using Npgsql;

namespace Schema.Import.Transfer;

/// <summary>Brings the rows of a whole database into a PostgreSQL database whose schema exists: in one transaction, proven, or not at all.</summary>
public sealed class DatabaseCopy : IAsyncDisposable
{
    readonly TransferSource source;
    readonly NpgsqlConnection target;
    readonly DatabaseAddress address;
    readonly TransferOptions options;
    readonly Stopwatch watch = Stopwatch.StartNew();

    DatabaseCopy(TransferSource source, NpgsqlConnection target, DatabaseAddress address, TransferOptions options) =>
        (this.source, this.target, this.address, this.options) = (source, target, address, options);

    public static async Task<TransferReport> Run(string from, string to, TransferOptions options, CancellationToken cancellationToken)
    {
        var address = DatabaseAddress.Parse(to);
        var (source, target) = await TransferEnds.Open(from, address, cancellationToken);
        await using var reading = source;
        await using var copy = new DatabaseCopy(source, target, address, options);
        return await copy.Run(cancellationToken);
    }

    public ValueTask DisposeAsync() => target.DisposeAsync();

    async Task<TransferReport> Run(CancellationToken cancellationToken)
    {
        if (await source.Identity(cancellationToken) is { } identity && identity == await DatabaseIdentity.Of(target, cancellationToken))
            throw new SchemaException(ExitCode.Usage, $"Source and target are one database: {address}.", "Name two.");

        var plan = await TransferPlanner.Plan(source, target, options, cancellationToken);
        plan.RefuseProblems();
        options.Planned(plan);
        await RefuseProfile(plan, cancellationToken);
        if (options.DryRun)
            return new TransferReport(plan, [], watch.Elapsed);

        await RefuseProduction(cancellationToken);
        await using var journal = await TransferJournal.Open(address, options, cancellationToken);
        await journal.Write(LedgerEvent.Started, Detail(plan), cancellationToken);
        try
        {
            return await Copy(plan, cancellationToken);
        }
        catch (Exception error)
        {
            await target.CloseAsync();
            await journal.WriteEnd(error, cancellationToken.IsCancellationRequested);
            throw;
        }
    }

    async Task RefuseProfile(TransferPlan plan, CancellationToken cancellationToken)
    {
        // With a budget the rows are rejected one by one, each with its key.
        var found = options.MaxRejects == RejectBudget.None ? await SourceProfile.Look(source, plan, options.DryRun, cancellationToken) : [];
        if (found.Count > 0)
            throw new SchemaException(
                ExitCode.DataRefused,
                $"The source holds values that the target does not take:\n  {string.Join("\n  ", found)}",
                "Nothing was changed. Correct the rows in the source, or allow to lose them: --max-rejects N");
    }

    async Task RefuseProduction(CancellationToken cancellationToken)
    {
        if (!options.Replace || options.AllowProduction || options.Settings is not { } settings)
            return;

        var guard = await EnvironmentGuard.For(target, settings, underDotnetEf: false, cancellationToken);
        if (guard.IsProduction)
            throw new SchemaException(
                ExitCode.Guarded, $"Replacing rows is refused: this database counts as Production, because {guard.Because}.", $"schema {options.Command} --replace --production");
    }

    async Task<TransferReport> Copy(TransferPlan plan, CancellationToken cancellationToken)
    {
        await options.Identity.Introduce(target, cancellationToken);
        await using var transaction = await target.BeginTransactionAsync(cancellationToken);
        var tables = new TargetTables(target, plan, options);
        await tables.Prepare(cancellationToken);
        uint[] written = [.. plan.Tables.Select(table => table.Target.Id)];
        var keys = new TransferKeys(target, [.. plan.Tables.Select(table => table.Target)]);
        await keys.TakeOff(tables.Empty, cancellationToken);

        var reports = new List<TableReport>();
        var serverHashes = await ServerDigest.IsKnownTo(target, cancellationToken);
        var count = new TransferCount([.. plan.Tables.Select(table => table.Source)], options.Progress);
        foreach (var table in plan.Tables)
            reports.Add(await new TableTransfer(source, target, table, options, count, tables.Empty.Contains(table.Target.Id), serverHashes).Run(cancellationToken));

        await keys.PutBack(cancellationToken);
        var report = new TransferReport(plan, reports, watch.Elapsed);
        await TransferSequences.Advance(target, written, cancellationToken);
        await Ledger.Append(target, LedgerEvent.Copied, options.Command, Detail(report), cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return report with { Took = watch.Elapsed };
    }

    static string Detail(TransferPlan plan) => JsonSerializer.Serialize(new { source = plan.Source, snapshot = plan.Snapshot, tables = plan.Tables.Count });

    static string Detail(TransferReport report) => JsonSerializer.Serialize(new
    {
        source = report.Plan.Source,
        snapshot = report.Plan.Snapshot,
        tables = report.Tables.Select(table => new
        {
            table = table.Table,
            read = table.Read,
            written = table.Written,
            kept = table.Kept,
            rejected = table.Rejected,
            changes = table.Changes,
            proof = table.Proof,
        }),
    });
}
