using System.CommandLine;
using System.CommandLine.Help;
using System.Runtime.InteropServices;
using Schema.Import;

namespace Schema.Cli;

/// <summary>From words to an exit code: parsing, Ctrl-C, and the one place where errors become sentences.</summary>
static class CommandLine
{
    public static async Task<int> Run(IEnumerable<Command> commands, string[] args)
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

        var words = root.Parse(args.Length > 0 ? args : ["--help"]);
        using var cancel = new CancellationTokenSource();
        using var interrupt = Cancel(PosixSignal.SIGINT, cancel);
        using var terminate = Cancel(PosixSignal.SIGTERM, cancel);
        using var screen = Screen.For(words);

        return (int)await Guarded(words, screen, cancel.Token);
    }

    static async Task<ExitCode> Guarded(ParseResult words, Screen screen, CancellationToken cancellationToken)
    {
        try
        {
            if (words.Errors.Count > 0)
                throw new SchemaException(ExitCode.Usage, Words.Complaint(words), Words.Usage(words));

            screen.KeepLog(words.GetValue(GlobalOptions.Log));
            // --help and --version bring an action of their own.
            return words.CommandResult.Command is SchemaCommand command && words.Action == command.Action
                ? await command.Run(Invocation.From(words, screen), cancellationToken)
                : (ExitCode)await words.InvokeAsync(cancellationToken: cancellationToken);
        }
        catch (Exception error) when (cancellationToken.IsCancellationRequested)
        {
            return screen.Fail(new(ExitCode.Cancelled, "Interrupted; what was under way has been rolled back.", cause: error));
        }
        catch (Exception error)
        {
            return screen.Fail(DatabaseFailure.Explain(error, $"schema {Words.Path(words)}"));
        }
    }

    // The first signal rolls back and says so; a second one ends the process as usual.
    static PosixSignalRegistration Cancel(PosixSignal signal, CancellationTokenSource cancel) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = !cancel.IsCancellationRequested;
        cancel.Cancel();
    });
}
