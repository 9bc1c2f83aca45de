using System.CommandLine;
using System.Globalization;
using Schema.Cli;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

Command[] commands =
[
    new StatusCommand(),
    new HistoryCommand(),
    new UpCommand(),
    new DownCommand(),
];

return await CommandLine.Run(commands, args);
