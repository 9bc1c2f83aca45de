using System.Text.Json.Nodes;
using Npgsql;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Cli;

sealed class StatusCommand() : SchemaCommand("status", "Where the database is, and what runs there now")
{
    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var database = await invocation.Database(cancellationToken);
        await using var connection = await database.Open(cancellationToken);
        var state = await MigrationState.Read(connection, cancellationToken);
        var running = await Running(connection, cancellationToken);
        var drift = await Drift(connection, state, cancellationToken);

        Print(invocation.Screen, database, state, running, drift);
        return invocation.Screen.Result(new JsonObject
        {
            ["database"] = database.Address.ToString(),
            ["origin"] = database.Origin,
            ["current"] = state.Current,
            ["applied"] = Output.Array(state.Applied),
            ["pending"] = Output.Array(state.Pending),
            ["unknown"] = Output.Array(state.Unknown),
            ["running"] = running,
            ["drift"] = drift,
        });
    }

    static void Print(Screen screen, TargetDatabase database, MigrationState state, string? running, string drift)
    {
        screen.Say($"database   {database.Address} ({database.Origin})");
        screen.Say($"migration  {state.CurrentName}");
        screen.Say($"pending    {state.PendingNames}");
        if (state.Unknown.Count > 0)
            screen.Wrong($"unknown    {string.Join(", ", state.Unknown)}: the database is newer than this program");
        screen.Say($"running    {running ?? "nothing"}");
        screen.Say($"drift      {drift}");
    }

    static async Task<string?> Running(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var holder = await RunningSession.HolderOf(connection, MigrationHistory.LockKey, cancellationToken);
        if (holder is null)
            return null;

        var blockers = await RunningSession.BlockersOf(connection, holder.Process, cancellationToken);
        var import = await RunningImport.Of(connection, holder, cancellationToken);
        return $"{holder}{import}{(blockers.Count == 0 ? "" : $", waiting for {string.Join(", ", blockers)}")}";
    }

    static async Task<string> Drift(NpgsqlConnection connection, MigrationState state, CancellationToken cancellationToken)
    {
        if (state.Unknown.Count > 0 || !ExpectedCatalogue.Knows(state.Current))
            return $"not known: this program does not hold what {state.CurrentName} leaves";

        try
        {
            return (await DriftReport.Read(connection, state, cancellationToken)).Summary;
        }
        catch (CatalogueLockedException)
        {
            return $"not known while {await RunningSession.LockedTable(connection, cancellationToken)}";
        }
    }
}
