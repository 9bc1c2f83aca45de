using System.CommandLine;

namespace Schema.Cli;

/// <summary>The options that every command takes.</summary>
static class GlobalOptions
{
    public static readonly Option<string> Database = new("--database")
    {
        Description = "The database, as a postgres:// URL or an Npgsql connection string (default: DATABASE_URL, else the project's own)",
        HelpName = "URL",
        Recursive = true,
    };

    public static readonly Option<string> Environment = new("--environment")
    {
        Description = "development, staging or production (a mark inside the database wins)",
        HelpName = "WORD",
        Recursive = true,
    };

    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Print exactly one JSON document on standard output; progress goes to standard error as JSON lines",
        Recursive = true,
    };

    public static readonly Option<bool> Debug = new("--debug") { Description = "Add the stack trace to errors", Recursive = true };

    public static readonly Option<FileInfo> Log = new("--log")
    {
        Description = "Append everything that is said to FILE",
        HelpName = "FILE",
        Recursive = true,
    };

    public static readonly Option<bool> Yes = new("--yes", "-y") { Description = "Ask nothing", Recursive = true };

    public static readonly Option<bool> Production = new("--production")
    {
        Description = "This is meant for Production, where a guard asks for it",
        Recursive = true,
    };

    public static readonly Option<bool> NoColor = new("--no-color") { Description = "No colours", Recursive = true };

    public static readonly Option[] All = [Database, Environment, Json, Debug, Log, Yes, Production, NoColor];
}
