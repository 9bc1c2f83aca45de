using System.CommandLine;
using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Cli;

sealed class WaitCommand : SchemaCommand
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    static readonly Option<TimeSpan?> Timeout = NumberOption.Seconds("--timeout", "Seconds to wait at most (default: as long as it takes)");

    public WaitCommand()
        : base("wait", "Return when the database has all migrations of this program") =>
        Options.Add(Timeout);

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var database = await invocation.Database(cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (invocation.Value(Timeout) is { } timeout)
            patience.CancelAfter(timeout);

        var reason = "it gave no answer";
        try
        {
            while (await Missing(database, patience.Token) is { } missing)
            {
                if (missing != reason)
                    invocation.Screen.Note($"waiting for {database.Address}: {reason = missing}");

                await Task.Delay(Pause, patience.Token);
            }
        }
        catch (Exception) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new SchemaException(
                ExitCode.Unreachable,
                $"{database.Address} was not ready after {invocation.Value(Timeout)?.TotalSeconds} s: {reason}.",
                "schema status says where it is, schema up brings it to head.");
        }

        invocation.Screen.Done($"{database.Address} is ready.");
        return invocation.Screen.Result(new JsonObject { ["database"] = database.Address.ToString() });
    }

    /// <summary>What the database lacks; null when it lacks nothing.</summary>
    static async Task<string?> Missing(TargetDatabase database, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.Open(cancellationToken);
            var state = await MigrationState.Read(connection, cancellationToken);
            return state.Pending.Count == 0 ? null : $"pending are {state.PendingNames}";
        }
        catch (Exception error) when (DatabaseFailure.IsKnown(error) && !cancellationToken.IsCancellationRequested)
        {
            return DatabaseFailure.Explain(error, "it cannot be asked").Message.TrimEnd('.');
        }
    }
}
