using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Schema.Import;

namespace Schema.Cli;

sealed class CheckCommand() : SchemaCommand("check", "Compare the model with the migrations, and the live database with what they made")
{
    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var database = await invocation.Database(cancellationToken);
        await using var connection = await database.Open(cancellationToken);
        var state = await MigrationState.Read(connection, cancellationToken);
        state.RefuseNewer();
        var drift = await DriftReport.Read(connection, state, cancellationToken);
        var ailments = await Health.Read(connection, cancellationToken);
        await using var context = invocation.Context(database);
        var unsaved = context.Database.HasPendingModelChanges();

        var screen = invocation.Screen;
        screen.Say($"database   {database.Address}, at {state.CurrentName}; pending: {state.PendingNames}");
        Tell(screen, "model", unsaved ? ["it has changes that no migration makes: schema create NAME"] : [], "no change without a migration");
        Tell(screen, "drift", [.. drift.Differences.Select(difference => difference.ToString())], drift.Summary);
        Tell(screen, "health", [.. ailments.Select(ailment => ailment.ToString())], "nothing is wrong");

        var exit = unsaved || drift.Differences.Count + ailments.Count > 0 ? ExitCode.Difference : ExitCode.Done;
        return screen.Result(Json(database, state, unsaved, drift, ailments), exit);
    }

    static void Tell(Screen screen, string subject, IReadOnlyList<string> wrong, string right)
    {
        if (wrong.Count == 0)
            screen.Done($"{subject,-9}  {right}");
        foreach (var line in wrong)
            screen.Wrong($"{subject,-9}  {line}");
    }

    static JsonObject Json(TargetDatabase database, MigrationState state, bool unsaved, Drift drift, IReadOnlyList<Ailment> ailments) => new()
    {
        ["database"] = database.Address.ToString(),
        ["current"] = state.Current,
        ["pending"] = Output.Array(state.Pending),
        ["pendingModelChanges"] = unsaved,
        ["drift"] = Output.Array(drift.Differences.Select(difference => difference.ToString())),
        ["notOurs"] = drift.Foreign,
        ["health"] = Output.Array(ailments.Select(ailment => new JsonObject { ["found"] = ailment.Sentence, ["repair"] = ailment.Repair })),
    };
}
