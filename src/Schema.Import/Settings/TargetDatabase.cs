using System.Diagnostics;
using Npgsql;

namespace Schema.Import;

/// <summary>The database that a command works on: the one named in the settings, else the project's own.</summary>
public sealed record TargetDatabase(DatabaseAddress Address, string Origin)
{
    static readonly string[] Names = ["DATABASE_URL", "ConnectionStrings__Schema"];

    public static async Task<TargetDatabase> Resolve(Settings settings, CancellationToken cancellationToken)
    {
        if (settings.Find(Names) is { } named)
            return new TargetDatabase(DatabaseAddress.Parse(named.Value), named.Origin == "option" ? "option" : $"{named.Name} ({named.Origin})");

        if (ProjectFolder.Above(settings.Directory) is not { } project)
            throw NotNamed();

        var url = await StartOwn(Path.Combine(project, "scripts", "postgres"), cancellationToken);
        return new TargetDatabase(DatabaseAddress.Parse(url), "the project's own PostgreSQL (scripts/postgres)");
    }

    public async Task<NpgsqlConnection> Open(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(Address.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch (Exception error) when (DatabaseFailure.IsKnown(error))
        {
            await connection.DisposeAsync();
            throw DatabaseFailure.Explain(error, $"The database {Address} cannot be opened");
        }
    }

    static async Task<string> StartOwn(string script, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(script, ["start"])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        })!;
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new SchemaException(
                ExitCode.Unreachable,
                $"The project's own PostgreSQL did not start: scripts/postgres start ended with {process.ExitCode}; what it said stands above.",
                "Mend that, or name another database: DATABASE_URL=postgres://user:password@host:5432/database");

        return output.TrimEnd().Split('\n')[^1];
    }

    static SchemaException NotNamed() => new(
        ExitCode.Usage,
        "No database is named: --database, DATABASE_URL and ConnectionStrings__Schema are not set, and this is no checkout with a PostgreSQL of its own.",
        "DATABASE_URL=postgres://user:password@host:5432/database");
}
