using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Schema.Import;

/// <summary>Puts our lock, ledger and import operations into a context's migrations.</summary>
public static class EngineOptionsBuilder
{
    public static DbContextOptionsBuilder UseEngine(this DbContextOptionsBuilder builder, EngineOptions options)
    {
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(new EngineExtension(options));
        return builder
            // A dry run is a transaction around all migrations; nothing else here opens one.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.MigrationsUserTransactionWarning))
            .ReplaceService<IMigrator, LedgerMigrator>()
            .ReplaceService<IHistoryRepository, LedgerHistoryRepository>()
            .ReplaceService<IMigrationsSqlGenerator, EngineSqlGenerator>();
    }
}

/// <summary>Carries the engine's options to the services that EF Core builds.</summary>
sealed class EngineExtension(EngineOptions options) : IDbContextOptionsExtension
{
    public EngineOptions Options { get; } = options;

    public DbContextOptionsExtensionInfo Info => new ExtensionInfo(this);

    public static EngineOptions From(DbContext context) =>
        context.GetService<IDbContextOptions>().FindExtension<EngineExtension>()!.Options;

    public void ApplyServices(IServiceCollection services)
    {
    }

    public void Validate(IDbContextOptions options)
    {
    }

    sealed class ExtensionInfo(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ExtensionInfo;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo)
        {
        }
    }
}
