using Npgsql;

namespace Schema.Import;

/// <summary>Decides which environment the opened connection belongs to, and who said so.</summary>
public sealed record EnvironmentGuard(DeploymentEnvironment Environment, string Because)
{
    /// <summary>scripts/postgres starts the project's own server under this name; nobody else's server bears it.</summary>
    const string OwnCluster = "schema-main";

    const string Mark = "the mark in the database";

    public bool IsProduction => Environment == DeploymentEnvironment.Production;

    /// <summary>The database says it itself; no setting can.</summary>
    public bool IsMarked { get; private init; }

    public static async Task<EnvironmentGuard> For(
        NpgsqlConnection connection, Settings settings, bool underDotnetEf, CancellationToken cancellationToken)
    {
        var (mark, own) = await Look(connection, cancellationToken);
        var said = FromSettings(settings, underDotnetEf);

        if (mark is not null)
            return new(Parse(mark, Mark), $"{Mark} says so") { IsMarked = true };
        if (said is not null)
            return said;

        return own
            ? new(DeploymentEnvironment.Development, "it is the project's own PostgreSQL")
            : new(DeploymentEnvironment.Production, "no environment is set, and the database is not the project's own");
    }

    public static async Task<bool> IsOwnServer(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select current_setting('cluster_name')", connection);
        return await command.ExecuteScalarAsync(cancellationToken) is OwnCluster;
    }

    public static DeploymentEnvironment Parse(string word, string where) => word.Trim().ToLowerInvariant() switch
    {
        "production" => DeploymentEnvironment.Production,
        "staging" => DeploymentEnvironment.Staging,
        "development" => DeploymentEnvironment.Development,
        _ => throw new SchemaException(
            ExitCode.Usage,
            $"{where} says '{word}', which is no environment.",
            "Use development, staging or production."),
    };

    static EnvironmentGuard? FromSettings(Settings settings, bool underDotnetEf)
    {
        // An old word can close, never open.
        var closed = settings.Value("ENV")?.Trim().Equals("production", StringComparison.OrdinalIgnoreCase) == true;

        // dotnet ef sets DOTNET_ENVIRONMENT to Development by itself: under it the variable is nobody's word.
        var name = settings.Find("SCHEMA_ENVIRONMENT") ?? (underDotnetEf ? null : settings.Find("DOTNET_ENVIRONMENT"));
        var word = name is null ? (DeploymentEnvironment?)null : Parse(name.Value, name.Name);
        if (closed)
            return new(DeploymentEnvironment.Production, "ENV=production");

        return word is null ? null : new(word.Value, $"{name!.Name}={name.Value}");
    }

    static async Task<(string? Mark, bool Own)> Look(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var exists = new NpgsqlCommand(
            "select to_regclass('ledger.about') is not null, current_setting('cluster_name')", connection);
        bool ledger, own;
        await using (var reader = await exists.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            (ledger, own) = (reader.GetBoolean(0), reader.GetString(1) == OwnCluster);
        }

        if (!ledger)
            return (null, own);

        await using var mark = new NpgsqlCommand("select value from ledger.about where key = 'environment'", connection);
        return (await mark.ExecuteScalarAsync(cancellationToken) as string, own);
    }
}
