using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

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

    /// <summary>The model as the last migration left it, finished as the differ asks for it.</summary>
    static IModel? Migrated(DbContext context)
    {
        var snapshot = context.GetService<IMigrationsAssembly>().ModelSnapshot?.Model;
        return snapshot is null
            ? null
            : context.GetService<IModelRuntimeInitializer>().Initialize(
                snapshot is IMutableModel mutable ? mutable.FinalizeModel() : snapshot, designTime: true, validationLogger: null);
    }
}
