using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;
using Schema.Import;

namespace Schema.Migrations;

/// <summary>Makes the context for migrations: for our program, and for <c>dotnet ef</c>, which finds it by its interface.</summary>
public sealed class SchemaContextFactory : IDesignTimeDbContextFactory<SchemaContext>
{
    public static SchemaContext Create(DatabaseAddress address, EngineOptions options)
    {
        var builder = new DbContextOptionsBuilder<SchemaContext>();
        builder.UseNpgsql(address.ConnectionString, npgsql => npgsql.MigrationsAssembly(typeof(SchemaContextFactory).Assembly));
        builder.UseEngine(options with { Preflight = (session, steps, token) => Preflight(options, session, steps, token) });

        return new SchemaContext(builder.Options);
    }

    public SchemaContext CreateDbContext(string[] args)
    {
        var settings = Settings.Load(Environment.CurrentDirectory);
        var database = TargetDatabase.Resolve(settings, CancellationToken.None).GetAwaiter().GetResult();
        return Create(database.Address, new EngineOptions
        {
            Settings = settings,
            Identity = RunIdentity.New("dotnet ef, schema"),
            UnderDotnetEf = true,
            AllowProduction = args.Contains("--production"),
            Progress = DesignTimeOutput.Write,
        });
    }

    static async Task Preflight(EngineOptions options, NpgsqlConnection session, IReadOnlyList<MigrationStep> steps, CancellationToken cancellationToken)
    {
        await options.Preflight(session, steps, cancellationToken);
        await MarketUsers.Refuse(
            session, steps.Where(step => step.IsUp).Select(step => step.Migration), ExitCode.DataRefused, cancellationToken);
    }
}
