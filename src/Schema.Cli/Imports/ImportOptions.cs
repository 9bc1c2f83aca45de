using System.CommandLine;
using Schema.Import;

namespace Schema.Cli;

/// <summary>What a person may choose for imports, on the commands that run them.</summary>
static class ImportOptions
{
    public static readonly Option<string?> MaxRejects = new("--max-rejects")
    {
        Description = "Rows that may be rejected: a number, or a share such as 0.5% (default: 0)",
        HelpName = "N|P%",
    };

    public static readonly Option<DirectoryInfo?> Rejects = new("--rejects")
    {
        Description = "The folder for the files of rejected rows (default: artifacts/rejects)",
        HelpName = "DIR",
    };

    public static readonly Option<string?> Verify = new("--verify")
    {
        Description = "How written rows are proven: counts or digests (default: digests)",
        HelpName = "counts|digests",
    };

    public static readonly Option<bool> Triggers = new("--triggers")
    {
        Description = "Let triggers on the tables written run, which may alter what is written",
    };

    public static readonly Option<bool> Exclusive = new("--exclusive")
    {
        Description = "A maintenance window is announced: take the tables for oneself, and keys and indexes off them while rows are written",
    };

    public static readonly Option<bool> DropEdited = new("--drop-edited")
    {
        Description = "Take back imported rows too that somebody changed since, and rows that refer to them",
    };

    public static readonly Option<string[]> OfImports = new("--import")
    {
        Description = "An option of one import; may be given several times",
        HelpName = "NAME:OPTION=VALUE",
    };

    public static readonly Option<string[]> OfThisImport = new("--option")
    {
        Description = "An option that the import declares; may be given several times, and be written --NAME VALUE",
        HelpName = "NAME=VALUE",
    };

    public static readonly Option[] ForRuns = [MaxRejects, Rejects, Verify, Triggers, Exclusive, ImportReportFile.Option];

    /// <summary>The choices for all imports of a run of migrations.</summary>
    public static ImportChoices ForMigrations(Invocation invocation) => Chosen(invocation) with
    {
        Options = [.. (invocation.Value(OfImports) ?? []).Select(Named)],
    };

    /// <summary>The choices for one import, its own options among the words left over.</summary>
    public static ImportChoices For(Invocation invocation, DataImport import) => Chosen(invocation) with
    {
        Options =
        [
            .. (invocation.Value(OfThisImport) ?? []).Select(text => Of(import, text, "--option")),
            .. LeftoverOptions.Read(import, invocation.Leftover),
        ],
    };

    static ImportChoices Chosen(Invocation invocation) => new()
    {
        MaxRejects = invocation.Value(MaxRejects) is { } budget ? RejectBudget.Parse(budget) : null,
        RejectsFolder = invocation.Value(Rejects)?.FullName,
        Verify = Kind(invocation.Value(Verify)),
        Triggers = invocation.Value(Triggers),
        Exclusive = invocation.Value(Exclusive),
        DropEdited = invocation.Value(DropEdited),
    };

    static Verification Kind(string? word) => word switch
    {
        null or "digests" => Verification.Digests,
        "counts" => Verification.Counts,
        _ => throw new SchemaException(ExitCode.Usage, $"--verify is '{word}'; it takes counts or digests.", "Without it, digests are compared."),
    };

    static (string Import, string Option, string Value) Named(string text)
    {
        var parts = text.Split(':', 2);
        return parts.Length == 2
            ? Of(KnownImport.Resolve(parts[0]).Import, parts[1], "--import")
            : throw new SchemaException(
                ExitCode.Usage, $"--import is '{text}'; it takes NAME:OPTION=VALUE.", "schema import list shows the names and their options.");
    }

    static (string Import, string Option, string Value) Of(DataImport import, string text, string word)
    {
        var parts = text.Split('=', 2);
        return parts.Length == 2
            ? (import.Name, LeftoverOptions.Declared(import, parts[0]), parts[1])
            : throw new SchemaException(
                ExitCode.Usage, $"{word} has '{text}', where OPTION=VALUE is expected.", "schema import list shows the names and their options.");
    }
}
