using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations.Internal;

namespace Schema.Import;

/// <summary>
/// EF Core's migrator, one migration at a time: under one lock, with a ledger line before and after each, the same
/// through <c>schema up</c>, <c>Database.MigrateAsync()</c> and <c>dotnet ef database update</c>.
/// </summary>
// Npgsql's migrator is internal API, but IMigrator is the only place through which all three ways go.
// What the base class also keeps (CS9107) are services of one scope, the same on both sides.
#pragma warning disable EF1001, CS9107
sealed class LedgerMigrator(
    IMigrationsAssembly migrationsAssembly,
    IHistoryRepository historyRepository,
    IDatabaseCreator databaseCreator,
    IMigrationsSqlGenerator migrationsSqlGenerator,
    IRawSqlCommandBuilder rawSqlCommandBuilder,
    IMigrationCommandExecutor migrationCommandExecutor,
    IRelationalConnection connection,
    ISqlGenerationHelper sqlGenerationHelper,
    ICurrentDbContext currentContext,
    IModelRuntimeInitializer modelRuntimeInitializer,
    IDiagnosticsLogger<DbLoggerCategory.Migrations> logger,
    IRelationalCommandDiagnosticsLogger commandLogger,
    IDatabaseProvider databaseProvider,
    IMigrationsModelDiffer migrationsModelDiffer,
    IDesignTimeModel designTimeModel,
    IDbContextOptions contextOptions,
    IExecutionStrategy executionStrategy)
    : NpgsqlMigrator(
        migrationsAssembly, historyRepository, databaseCreator, migrationsSqlGenerator, rawSqlCommandBuilder,
        migrationCommandExecutor, connection, sqlGenerationHelper, currentContext, modelRuntimeInitializer, logger,
        commandLogger, databaseProvider, migrationsModelDiffer, designTimeModel, contextOptions, executionStrategy)
{
    public override void Migrate(string? targetMigration = null) => MigrateAsync(targetMigration).GetAwaiter().GetResult();

    public override async Task MigrateAsync(string? targetMigration = null, CancellationToken cancellationToken = default)
    {
        var options = EngineExtension.From(currentContext.Context);
        try
        {
            await Run(options, targetMigration, cancellationToken);
        }
        catch (SchemaException error) when (options.UnderDotnetEf && error.Advice is not null)
        {
            // dotnet ef prints a message and nothing else of an exception.
            throw new SchemaException(error.Exit, $"{error.Message}\n  {error.Advice}", null, error);
        }
    }

    /// <summary>As the base class does, but without a model where there is no use for one.</summary>
    protected override IReadOnlyList<MigrationCommand> GenerateUpSql(
        Migration migration, MigrationsSqlGenerationOptions options = MigrationsSqlGenerationOptions.Default)
    {
        if (!NeedNoModel(migration.UpOperations))
            return base.GenerateUpSql(migration, options);

        var row = historyRepository.GetInsertScript(new HistoryRow(migration.GetId(), ProductInfo.GetVersion()));
        var applied = new MigrationCommand(rawSqlCommandBuilder.Build(row), currentContext.Context, commandLogger);

        return [.. migrationsSqlGenerator.Generate(migration.UpOperations, model: null, options), applied];
    }

    async Task Run(EngineOptions options, string? targetMigration, CancellationToken cancellationToken)
    {
        await using var run = await MigrationRun.Begin(connection, (LedgerHistoryRepository)historyRepository, options, cancellationToken);

        var applied = await historyRepository.GetAppliedMigrationsAsync(cancellationToken);
        var plan = MigrationPlan.Make([.. migrationsAssembly.Migrations.Keys], [.. applied.Select(row => row.MigrationId)], Resolve(targetMigration));
        await run.Guard(plan, plan.Steps.SelectMany(Imports), cancellationToken);

        foreach (var step in plan.Steps)
            await run.Perform(step, IsTransactional(step), token => base.MigrateAsync(step.EntityFrameworkTarget, token), cancellationToken);

        await run.Complete();
    }

    string? Resolve(string? target) =>
        string.IsNullOrEmpty(target) || target == Migration.InitialDatabase ? target : migrationsAssembly.GetMigrationId(target);

    IEnumerable<DataImport> Imports(MigrationStep step) =>
        Operations(step).OfType<ImportOperation>().Where(operation => !operation.IsUndo).Select(operation => operation.Import);

    bool IsTransactional(MigrationStep step)
    {
        var operations = Operations(step);
        var model = NeedNoModel(operations) ? null : modelRuntimeInitializer.Finish(Create(step).TargetModel);

        return migrationsSqlGenerator.Generate(operations, model).All(command => !command.TransactionSuppressed);
    }

    /// <summary>Neither imports nor statements look into a migration's own model, and to make it takes as long as a small import.</summary>
    static bool NeedNoModel(IReadOnlyList<MigrationOperation> operations) => operations.All(operation => operation is ImportOperation or SqlOperation);

    IReadOnlyList<MigrationOperation> Operations(MigrationStep step) => step.IsUp ? Create(step).UpOperations : Create(step).DownOperations;

    Migration Create(MigrationStep step) =>
        migrationsAssembly.CreateMigration(migrationsAssembly.Migrations[step.Migration], databaseProvider.Name);
}
