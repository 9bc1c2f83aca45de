using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Schema.Import;

namespace Schema.Cli;

/// <summary>What the model has and no migration makes: the operations that dotnet ef would write down as the next migration.</summary>
static class ModelChanges
{
    public static async Task Make(DbContext context, CancellationToken cancellationToken)
    {
        var model = context.GetService<IDesignTimeModel>().Model;
        var operations = context.GetService<IMigrationsModelDiffer>().GetDifferences(Migrated(context)?.GetRelationalModel(), model.GetRelationalModel());
        var commands = context.GetService<IMigrationsSqlGenerator>().Generate(operations, model);

        await context.GetService<IMigrationCommandExecutor>()
            .ExecuteNonQueryAsync(commands, context.GetService<IRelationalConnection>(), cancellationToken);
    }

    /// <summary>The model as the last migration left it.</summary>
    static IModel? Migrated(DbContext context) => context.GetService<IMigrationsAssembly>().ModelSnapshot is { } snapshot
        ? context.GetService<IModelRuntimeInitializer>().Finish(snapshot.Model)
        : null;
}
