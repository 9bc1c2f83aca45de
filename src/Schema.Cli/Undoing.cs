using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Schema.Import;

namespace Schema.Cli;

/// <summary>What undoing migrations would take away from a live database.</summary>
static class Undoing
{
    public static async Task<IReadOnlyList<string>> Losses(
        NpgsqlConnection connection, SchemaContext context, IEnumerable<string> migrations, TimeSpan patience, CancellationToken cancellationToken)
    {
        var assembly = context.GetService<IMigrationsAssembly>();
        var operations = migrations.SelectMany(id => assembly.CreateMigration(assembly.Migrations[id], context.Database.ProviderName!).DownOperations).ToList();
        var imports = operations.OfType<ImportOperation>().Where(operation => operation.IsUndo).Select(operation => operation.Import.Name).ToArray();

        return
        [
            .. await TakenBack(connection, imports, cancellationToken),
            .. (await Import.Losses.Of(connection, operations, patience, cancellationToken)).Select(loss => $"drops {loss}"),
        ];
    }

    // Of what an import wrote somebody may have deleted rows since: the number is the most that can go.
    static async Task<List<string>> TakenBack(NpgsqlConnection connection, string[] imports, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        if (imports.Length == 0 || !await Ledger.Exists(connection, cancellationToken))
            return lines;

        await using var command = new NpgsqlCommand(
            """
            select import, table_name, sum(cardinality(hashes)) from ledger.receipt
            where import = any ($1) group by 1, 2 order by array_position($1, import), table_name collate "C"
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = imports });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            lines.Add($"takes back what {reader.GetString(0)} wrote into {reader.GetString(1)}: up to {Counted.Of(reader.GetInt64(2), "row")}");

        return lines;
    }
}
