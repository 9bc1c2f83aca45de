using System.CommandLine;
using System.Globalization;
using Schema.Cli;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

Command[] commands =
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
];

return await CommandLine.Run(commands, args);
