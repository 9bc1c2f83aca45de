using System.CommandLine;
using System.Text.Json.Nodes;
using Npgsql;
using Schema.Import;

namespace Schema.Cli;

sealed class ArchiveDropCommand : SchemaCommand
{
    static readonly Argument<string> NameArgument = new("NAME") { Description = "A table of the schema archive" };

    public ArchiveDropCommand()
        : base("drop", "Remove an archived table for good: asked, and recorded in the ledger") =>
        Arguments.Add(NameArgument);

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var database = await invocation.Database(cancellationToken);
        await using var looking = await database.Open(cancellationToken);
        var table = await Find(looking, invocation.Value(NameArgument)!, cancellationToken);
        await invocation.RefuseProduction(looking, $"Removing {table.Qualified}", $"schema archive drop {table.Name}", cancellationToken);

        invocation.Screen.Say($"{database.Address}: {table.Qualified} has {Counted(await table.Rows(looking, cancellationToken))}; no migration brings them back.");
        invocation.Confirm("Remove it for good?", "Nothing was removed.");

        await using var session = await WritingSession.Alone(invocation, database, cancellationToken);
        var rows = await table.Remove(session.Connection, cancellationToken);
        invocation.Screen.Done($"{table.Qualified} is removed, with {Counted(rows)}.");
        return invocation.Screen.Result(new JsonObject
        {
            ["database"] = database.Address.ToString(),
            ["removed"] = table.Qualified,
            ["rows"] = rows,
        });
    }

    static async Task<ArchivedTable> Find(NpgsqlConnection connection, string name, CancellationToken cancellationToken)
    {
        var there = await ArchivedTable.All(connection, cancellationToken);
        return there.FirstOrDefault(table => table.Name == name || table.Qualified == name) ?? throw new SchemaException(
            ExitCode.Usage,
            $"The schema archive has no table '{name}'.",
            there.Count == 0 ? "It is empty." : $"It has: {string.Join(", ", there.Select(table => table.Name))}");
    }

    static string Counted(long rows) => rows == 1 ? "1 row" : $"{rows:N0} rows";
}
