using System.CommandLine;
using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Cli;

/// <summary>A command that reads a file or standard input and writes a file or standard output, all of it or nothing.</summary>
abstract class TimetableFilter : SchemaCommand
{
    static readonly Option<FileInfo?> To = new("--output", "-o") { Description = "Where to write (default: standard output)", HelpName = "FILE" };

    protected TimetableFilter(string name, string description)
        : base(name, description) => Options.Add(To);

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var file = invocation.Value(To);
        if (file is null && invocation.Screen.IsJson)
            throw new SchemaException(ExitCode.Usage, "With --json the result is on standard output; the data needs a file.", $"schema timetable {Name} --json --output FILE");

        try
        {
            return await Filter(invocation, file, cancellationToken);
        }
        catch (IOException broken)
        {
            throw new SchemaException(ExitCode.Unreachable, $"schema timetable {Name}: {broken.Message}", cause: broken);
        }
        catch (UnauthorizedAccessException broken)
        {
            throw new SchemaException(ExitCode.Unreachable, $"schema timetable {Name}: {broken.Message}", cause: broken);
        }
    }

    /// <summary>Writes the data, and returns what people should know about it.</summary>
    protected abstract Task<IReadOnlyList<string>> Write(Invocation invocation, FileStream output, CancellationToken cancellationToken);

    protected static Argument<string?> Input(string name, string what) => new(name)
    {
        Description = $"{what} (default: standard input)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    async Task<ExitCode> Filter(Invocation invocation, FileInfo? file, CancellationToken cancellationToken)
    {
        await using var output = WholeOutput.To(file, invocation.Around);
        var lines = await Write(invocation, output.Stream, cancellationToken);
        await output.Complete(cancellationToken);

        foreach (var line in lines)
            invocation.Screen.Note(line);

        return invocation.Screen.Result(new JsonObject { ["file"] = file?.FullName, ["report"] = Output.Array(lines) });
    }
}
