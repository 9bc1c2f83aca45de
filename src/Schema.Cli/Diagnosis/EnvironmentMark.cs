using System.Text.Json.Nodes;
using Npgsql;
using Schema.Import;

namespace Schema.Cli;

/// <summary>The word inside a database that says which environment it is; it wins over every setting.</summary>
static class EnvironmentMark
{
    public static async Task<ExitCode> Write(
        Invocation invocation, TargetDatabase database, string word, CancellationToken cancellationToken)
    {
        var environment = EnvironmentGuard.Parse(word, "--mark");
        await using var looking = await database.Open(cancellationToken);
        var before = await invocation.Guard(looking, cancellationToken);
        if (before.IsProduction && environment != DeploymentEnvironment.Production)
        {
            await invocation.RefuseProduction(looking, $"Marking it as {environment}", $"schema doctor --mark {word}", cancellationToken);
            invocation.Confirm($"{database.Address} counts as Production, because {before.Because}. Mark it as {environment}?", "Nothing was marked.");
        }

        await using var session = await WritingSession.Begin(invocation, database, cancellationToken);
        await Write(session.Connection, environment, cancellationToken);
        invocation.Screen.Done($"{database.Address} is marked as {environment}.");
        return invocation.Screen.Result(new JsonObject { ["database"] = database.Address.ToString(), ["marked"] = environment.ToString() });
    }

    static async Task Write(NpgsqlConnection connection, DeploymentEnvironment environment, CancellationToken cancellationToken)
    {
        var word = environment.ToString().ToLowerInvariant();
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            "insert into ledger.about (key, value) values ('environment', $1) on conflict (key) do update set value = excluded.value", connection, transaction);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = word });
        await command.ExecuteNonQueryAsync(cancellationToken);
        await Ledger.Append(connection, LedgerEvent.Note, AuditNoteCommand.Subject, Detail.Message($"marked as {word}"), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
