using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Schema.Import;

namespace Schema.Cli;

/// <summary>History rows that no run wrote, each with its ledger line, in one transaction.</summary>
static class HistoryStamp
{
    public static async Task Write(
        NpgsqlConnection connection, SchemaContext context, IEnumerable<string> migrations, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var create = context.GetService<IHistoryRepository>().GetCreateIfNotExistsScript();
        await using (var table = new NpgsqlCommand(create, connection, transaction))
            await table.ExecuteNonQueryAsync(cancellationToken);

        foreach (var migration in migrations)
        {
            // Not the repository's insert script: that one's ledger line would say "applied".
            await using var row = new NpgsqlCommand(
                $"""insert into {SqlName.Quote("public", MigrationHistory.Table)} ("MigrationId", "ProductVersion") values ($1, $2)""", connection, transaction);
            row.Parameters.Add(new NpgsqlParameter<string> { TypedValue = migration });
            row.Parameters.Add(new NpgsqlParameter<string> { TypedValue = ProductInfo.GetVersion() });
            await row.ExecuteNonQueryAsync(cancellationToken);
            await Ledger.Append(connection, LedgerEvent.Stamped, migration, "{}", cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
