using Schema.Import;

namespace Schema.Cli;

/// <summary>Files and standard input, as commands name them.</summary>
static class Inputs
{
    const string Standard = "-";

    public static bool IsStandard(string? file) => file is null or Standard;

    public static Stream Open(string? file, Surroundings around) => IsStandard(file) ? around.OpenInput() : Open(file!);

    /// <summary>Shared for writing too: a dump that this process has just written may still be open.</summary>
    public static Stream Open(string file) => File.Exists(file)
        ? new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: true)
        : throw new SchemaException(ExitCode.Unreachable, $"There is no file {file}.");

    public static string Called(string? file) => IsStandard(file) ? "standard input" : Path.GetFileName(file!);
}
