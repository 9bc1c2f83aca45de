using Npgsql;
using Schema.Import;

namespace Schema.Cli;

/// <summary>Sample data has no way into Production; what counts is the connection really opened, and the mark inside the database first of all.</summary>
static class SeedGuard
{
    /// <summary>How the market's program was told where it runs: such a word can close, never open, and a wrong one is no licence.</summary>
    static readonly string[] OldNames = ["ENV", "ENVIRONMENT", "environment"];

    /// <summary>There is no word that lets sample data in.</summary>
    public static async Task RefuseSamples(Invocation invocation, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (await Production(invocation, connection, cancellationToken) is { } because)
            throw new SchemaException(
                ExitCode.Guarded,
                $"Sample data is refused: this database counts as Production, because {because}.",
                "Nothing was changed. It is for Development and Staging: SCHEMA_ENVIRONMENT=staging, where that is so.");
    }

    /// <summary>Delivered lists are nobody's sample: in Production they need a word.</summary>
    public static async Task RefuseUnlessMeant(Invocation invocation, NpgsqlConnection connection, string command, CancellationToken cancellationToken)
    {
        if (await Production(invocation, connection, cancellationToken) is { } because && !invocation.Production)
            throw new SchemaException(
                ExitCode.Guarded,
                $"{command} is refused: this database counts as Production, because {because}.",
                $"schema {command} --production");
    }

    static async Task<string?> Production(Invocation invocation, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var guard = await invocation.Guard(connection, cancellationToken);
        if (guard.IsProduction)
            return guard.Because;
        if (guard.IsMarked)
            return null;

        return OldNames.Select(name => invocation.Settings.Find(name)).OfType<Setting>().FirstOrDefault(Closes) is { } closing
            ? $"{closing.Name}={closing.Value}"
            : null;
    }

    // A shell keeps the path of a file under the name ENV.
    static bool Closes(Setting setting) =>
        !setting.Value.Contains('/') && EnvironmentGuard.Parse(setting.Value, setting.Name) == DeploymentEnvironment.Production;
}
