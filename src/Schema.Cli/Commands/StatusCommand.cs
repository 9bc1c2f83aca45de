using System.Text.Json.Nodes;
using Npgsql;
using Schema.Import;

namespace Schema.Cli;

sealed class StatusCommand() : SchemaCommand("status", "Where the database is, and what runs there now")
{
    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var database = await invocation.Database(cancellationToken);
        await using var connection = await database.Open(cancellationToken);
        var applied = await MigrationHistory.Applied(connection, cancellationToken);
        var pending = KnownMigrations.Ids.Except(applied).ToList();
        var unknown = applied.Except(KnownMigrations.Ids).ToList();
        var running = await Running(connection, cancellationToken);

        var screen = invocation.Screen;
        screen.Say($"database   {database.Address} ({database.Origin})");
        screen.Say($"migration  {(applied.Count == 0 ? "none applied" : MigrationName.Short(applied[^1]))}");
        screen.Say($"pending    {(pending.Count == 0 ? "none" : string.Join(", ", pending.Select(MigrationName.Short)))}");
        if (unknown.Count > 0)
            screen.Say($"unknown    {string.Join(", ", unknown)}: the database is newer than this program");
        screen.Say($"running    {running ?? "nothing"}");
        screen.Result(Json(database, applied, pending, unknown, running));

        return ExitCode.Done;
    }

    static async Task<string?> Running(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var key = MigrationLock.KeyFor(SqlName.Quote("public", MigrationHistory.Table));
        var holder = await RunningSession.HolderOf(connection, key, cancellationToken);
        if (holder is null)
            return null;

        var blockers = await RunningSession.BlockersOf(connection, holder.Process, cancellationToken);
        return blockers.Count == 0 ? holder.ToString() : $"{holder}, waiting for {string.Join(", ", blockers)}";
    }

    static JsonObject Json(
        TargetDatabase database, IReadOnlyList<string> applied, List<string> pending, List<string> unknown, string? running) => new()
        {
            ["database"] = database.Address.ToString(),
            ["origin"] = database.Origin,
            ["current"] = applied.LastOrDefault(),
            ["applied"] = Output.Array(applied),
            ["pending"] = Output.Array(pending),
            ["unknown"] = Output.Array(unknown),
            ["running"] = running,
        };
}
