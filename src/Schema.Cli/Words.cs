using System.CommandLine;
using System.CommandLine.Parsing;

namespace Schema.Cli;

/// <summary>What was typed, looked at before it is known to be right.</summary>
static class Words
{
    const string Program = "schema";

    /// <summary>The command's words without the program's: <c>audit verify</c>.</summary>
    public static string Path(ParseResult words) => string.Join(' ', Commands(words.CommandResult).Reverse().Skip(1).DefaultIfEmpty(Program));

    /// <summary>An option's value, or nothing where what was typed for it cannot be read.</summary>
    public static T? Given<T>(ParseResult words, Option<T> option) =>
        words.GetResult(option) is { } given && !given.Errors.Any() ? given.GetValueOrDefault<T>() : default;

    /// <summary>What is wrong with the words, in ours where the parser's would puzzle.</summary>
    public static string Complaint(ParseResult words)
    {
        var command = words.CommandResult.Command;
        if (IsGroup(command))
            return words.UnmatchedTokens.Count == 0
                ? $"{Called(words)} needs one of these words: {string.Join(", ", command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name))}."
                : $"{Called(words)} has no command '{words.UnmatchedTokens[0]}'.";

        var missing = command.Arguments
            .Where(argument => argument.Arity.MinimumNumberOfValues > 0 && words.GetResult(argument) is not { Tokens.Count: > 0 })
            .Select(argument => argument.Name)
            .ToList();
        return missing.Count > 0
            ? $"{Called(words)} needs {string.Join(" and ", missing)}."
            : string.Join(' ', words.Errors.Select(error => error.Message.ReplaceLineEndings(" ")).Distinct());
    }

    public static string Usage(ParseResult words)
    {
        var command = words.CommandResult.Command;
        var rest = IsGroup(command) ? ["COMMAND"] : command.Arguments.Select(Placeholder);

        return $"Usage: {string.Join(' ', [Called(words), .. rest, "[options]"])}; {Called(words)} --help lists them.";
    }

    static string Called(ParseResult words) => words.CommandResult.Parent is null ? Program : $"{Program} {Path(words)}";

    // A group does nothing by itself; audit has words below it and does something without them.
    static bool IsGroup(Command command) => command is not SchemaCommand;

    static string Placeholder(Argument argument) => argument.Arity.MinimumNumberOfValues > 0 ? argument.Name : $"[{argument.Name}]";

    static IEnumerable<string> Commands(SymbolResult? result)
    {
        for (; result is not null; result = result.Parent)
        {
            if (result is CommandResult command)
                yield return command.Command.Name;
        }
    }
}
