using System.CommandLine;
using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Cli;

sealed class BackupCommand : SchemaCommand
{
    static readonly Argument<FileInfo?> File = new("FILE")
    {
        Description = "Where to (default: artifacts/backups/DATABASE-TIME.dump)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public BackupCommand()
        : base("backup", "Write the whole database into one file, for pg_restore") =>
        Arguments.Add(File);

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var database = await invocation.Database(cancellationToken);
        var backup = await Backup.Take(invocation, database, invocation.Value(File), cancellationToken);

        invocation.Screen.Done($"{database.Address} is saved. To restore it:");
        invocation.Screen.Say($"  {backup.Restore(database)}");
        return invocation.Screen.Result(new JsonObject
        {
            ["database"] = database.Address.ToString(),
            ["file"] = backup.Path,
            ["bytes"] = backup.Size,
            ["restore"] = backup.Restore(database),
        });
    }
}
