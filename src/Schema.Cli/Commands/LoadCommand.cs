using Schema.Import;

namespace Schema.Cli;

/// <summary>A copy whose source is a folder that was exported.</summary>
sealed class LoadCommand() : CopyCommand(
    "load",
    "Bring what was exported into a PostgreSQL database whose schema exists, after a look whether it is all there",
    new("DIR") { Description = "The folder that export, or the old scripts, wrote" })
{
    protected override string Source(string word) => Directory.Exists(word)
        ? word
        : throw new SchemaException(ExitCode.Unreachable, $"There is no folder {word}.", "Name the folder that an export wrote.");
}
