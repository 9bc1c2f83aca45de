using System.CommandLine;
using Schema.Import.Transfer;

namespace Schema.Cli;

/// <summary>What copy and compare have in common: two databases, and which of their tables.</summary>
static class TransferWords
{
    public static readonly Argument<string> From = new("SRC") { Description = "The source: mysql://user:password@host:3306/database, or a postgres:// URL" };

    public static readonly Argument<string> To = new("DST") { Description = "The target: a postgres:// URL or an Npgsql connection string" };

    public static readonly Option<string[]> Tables = Names("--tables", "Only these tables of the source", "TABLE,…");

    public static readonly Option<string[]> Exclude = Names("--exclude", "Not these tables, or columns as TABLE.COLUMN", "TABLE,…");

    public static readonly Option<string[]> Include = Names("--include", "These tables although they are a migration tool's own", "TABLE,…");

    public static readonly Option<string[]> Maps = Names("--map", "Another name in the target: OLD=NEW for a table, TABLE.OLD=NEW for a column", "OLD=NEW,…");

    public static readonly Option<string[]> Repairs = Names(
        "--repair", "A rule for one column: lookup(TABLE.NAME→ID) or latin1-zlib→base64", "TABLE.COLUMN:RULE");

    public static readonly Option<bool> AllowMissing = new("--allow-missing") { Description = "Leave out tables that exist on one side only" };

    public static readonly Option<FileInfo?> Journal = new("--journal") { Description = "Also keep the JSON log that the old scripts wrote", HelpName = "FILE" };

    public static readonly Option[] All = [Tables, Exclude, Include, Maps, Repairs, AllowMissing];

    public static TransferOptions Options(Invocation invocation) => new()
    {
        Tables = Values(invocation, Tables),
        Excluded = Values(invocation, Exclude),
        Included = Values(invocation, Include),
        Maps = Values(invocation, Maps),
        Repairs = invocation.Value(Repairs) ?? [],
        AllowMissing = invocation.Value(AllowMissing),
        Settings = invocation.Settings,
        Identity = invocation.Options.Identity,
        AllowProduction = invocation.Production,
        Progress = invocation.Screen.Report,
    };

    static Option<string[]> Names(string name, string description, string placeholder) => new(name)
    {
        Description = description,
        HelpName = placeholder,
        AllowMultipleArgumentsPerToken = false,
    };

    static string[] Values(Invocation invocation, Option<string[]> option) =>
        [.. (invocation.Value(option) ?? []).SelectMany(word => word.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
