using System.CommandLine;
using Schema.Import;

namespace Schema.Cli;

/// <summary>A command of the program: its words, and what it does.</summary>
abstract class SchemaCommand : Command
{
    protected SchemaCommand(string name, string description)
        : base(name, description) =>
        // CommandLine runs it; without an action the parser would take the command for a mere group.
        SetAction(_ => (int)ExitCode.Bug);

    public abstract Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken);
}
