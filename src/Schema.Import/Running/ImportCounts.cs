using System.Text.Json.Nodes;

namespace Schema.Import;

/// <summary>Counts an import's source against what its runs wrote, without mapping or comparing rows.</summary>
public static class ImportCounts
{
    public static async Task<CountsReport> Run(DataImport import, ImportContext context, CancellationToken cancellationToken)
    {
        var plan = ImportPlan.Of(import, context.Options);
        var ran = await ImportState.Of(context.Target, import.Name, cancellationToken) is { IsDone: true } state ? state.Detail : null;
        await using var sessions = await SourceSessions.Open(plan, context, cancellationToken);
        var sources = new List<SourceCount>();
        foreach (var step in plan.Steps)
        {
            if (step.Source is { } source)
                sources.Add(new SourceCount(step.Name, await source.Count(sessions.For(source), cancellationToken), Read(ran, step.Name)));
        }

        var targets = new List<TargetCount>();
        foreach (var receipts in await ReceiptGroup.Of(import, context, cancellationToken))
            targets.Add(await receipts.Count(context, cancellationToken));

        return new CountsReport(import.Name, sessions.Description, sources, targets);
    }

    static long? Read(JsonObject? ran, string step) =>
        (long?)ran?["steps"]?.AsArray().FirstOrDefault(known => (string?)known?["name"] == step)?["read"];
}
