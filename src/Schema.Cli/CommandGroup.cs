using System.CommandLine;

namespace Schema.Cli;

/// <summary>A word that only opens others: <c>archive drop</c>.</summary>
sealed class CommandGroup : Command
{
    public CommandGroup(string name, string description, params Command[] commands)
        : base(name, description)
    {
        foreach (var command in commands)
            Subcommands.Add(command);
    }
}
