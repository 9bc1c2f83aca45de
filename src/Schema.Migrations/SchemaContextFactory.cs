using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Schema.Import;

namespace Schema.Migrations;

/// <summary>Makes the context for migrations: for our program, and for <c>dotnet ef</c>, which finds it by its interface.</summary>
public sealed class SchemaContextFactory : IDesignTimeDbContextFactory<SchemaContext>
{
    /// <summary>
    /// Migrations have models of their own, and to build the context's takes as long as all else at a start. Who compares it with the
    /// migrations asks for the design-time model, which EF Core builds nevertheless.
    /// </summary>
#pragma warning disable EF1001 // Compiled models are made of it, so that it stays; only such a one leaves the design-time model alone.
    static readonly RuntimeModel Nothing = new(skipDetectChanges: false, modelId: Guid.Empty, entityTypeCount: 0);
#pragma warning restore EF1001

    /// <summary>For migrations alone: this context knows no entities.</summary>
    public static SchemaContext Create(DatabaseAddress address, EngineOptions options)
    {
        var builder = new DbContextOptionsBuilder<SchemaContext>();
        builder.UseNpgsql(address.ConnectionString, npgsql => npgsql.MigrationsAssembly(typeof(SchemaContextFactory).Assembly));
        builder.UseModel(Nothing);
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
