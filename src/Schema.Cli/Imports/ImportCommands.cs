using System.CommandLine;

namespace Schema.Cli;

/// <summary>The words below <c>schema import</c>, and what most of them share.</summary>
static class ImportCommands
{
    public static readonly Argument<string> Name = new("NAME") { Description = "The import, such as plume" };

    public static CommandGroup Group => new(
        "import",
        "Data of legacy systems, outside of a migration",
        new ImportListCommand(),
        new ImportCheckCommand(),
        new ImportRunCommand(),
        new ImportUndoCommand(),
        new ImportVerifyCommand());

    /// <summary>Takes the name, and the options that the named import declares.</summary>
    public static void TakeImport(this Command command, params ReadOnlySpan<Option> options)
    {
        command.Arguments.Add(Name);
        foreach (var option in options)
            command.Options.Add(option);

        command.Options.Add(ImportOptions.OfThisImport);
        command.TreatUnmatchedTokensAsErrors = false;
    }
}
