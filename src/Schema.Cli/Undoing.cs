using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Schema.Import;

namespace Schema.Cli;

/// <summary>What undoing migrations would take away from a live database.</summary>
static class Undoing
{
    public static Task<IReadOnlyList<Loss>> Losses(
        NpgsqlConnection connection, SchemaContext context, IEnumerable<string> migrations, CancellationToken cancellationToken)
    {
        var assembly = context.GetService<IMigrationsAssembly>();
        var operations = migrations.SelectMany(id => assembly.CreateMigration(assembly.Migrations[id], context.Database.ProviderName!).DownOperations);

        return Import.Losses.Of(connection, operations, cancellationToken);
    }
}
