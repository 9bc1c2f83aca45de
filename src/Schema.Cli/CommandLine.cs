using System.CommandLine;
using Schema.Import;

namespace Schema.Cli;

/// <summary>From words to an exit code: parsing, and the one place where errors become sentences.</summary>
static class CommandLine
{
    public static async Task<int> Run(string[] args, Surroundings around, CancellationToken cancellationToken)
    {
        var words = CommandTree.Root.Parse(args.Length > 0 ? args : ["--help"]);
        using var screen = Screen.For(words, around);

        return (int)await Guarded(words, screen, cancellationToken);
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
                : (ExitCode)await words.InvokeAsync(new() { Output = screen.Around.Output, Error = screen.Around.Error }, cancellationToken);
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
}
