using System.CommandLine;
using System.CommandLine.Help;

namespace Schema.Cli;

/// <summary>All words that the program knows.</summary>
static class CommandTree
{
    public static Command Root { get; } = Grow(
    [
        new StatusCommand(),
        new HistoryCommand(),
        new CheckCommand(),
        new WaitCommand(),
        new UpCommand(),
        new DownCommand(),
        new CreateCommand(),
        new StampCommand(),
        new ScriptCommand(),
        new BackupCommand(),
        new DoctorCommand(),
        new AuditCommand(),
        new DemoCommand(),
        new CopyCommand(),
        new ExportCommand(),
        new LoadCommand(),
        new CompareCommand(),
        new AnalyzeCommand { Hidden = true },
        new CommandGroup("users", "The people that imports brought", new UsersInfoCommand(), new UsersVerifyLoginCommand(), new UsersIssuePasswordsCommand()),
        ImportCommands.Group,
        new CommandGroup("archive", "What migrations set aside instead of dropping it", new ArchiveDropCommand()),
        SeedCommands.Group,
        TimetableCommands.Group,
        new LegacyCommand { Hidden = true },
        new CommandGroup("catalogue", "The expected catalogues beside the migrations", new CatalogueWriteCommand()) { Hidden = true },
    ]);

    static Command Grow(Command[] commands)
    {
        // Not RootCommand: that one takes its name from the file that was started.
        var root = new Command("schema", "PostgreSQL schema and legacy data, migrated together: proven in one commit, or nothing happened.")
        {
            new HelpOption(),
            new VersionOption(),
        };
        foreach (var option in GlobalOptions.All)
            root.Options.Add(option);
        foreach (var command in commands)
            root.Subcommands.Add(command);

        return root;
    }
}
