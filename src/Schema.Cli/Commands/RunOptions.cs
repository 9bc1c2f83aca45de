using System.CommandLine;
using Schema.Import;

namespace Schema.Cli;

/// <summary>What up and down have in common.</summary>
static class RunOptions
{
    public static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Really run everything in one transaction, report, and roll back",
    };

    public static readonly Option<double?> Wait = new("--wait")
    {
        Description = "Seconds to wait for another run to end (default: as long as it takes)",
        HelpName = "SECONDS",
    };

    public static readonly Option<double?> LockTimeout = new("--lock-timeout")
    {
        Description = "Seconds a migration may wait for a table lock before it is rolled back and tried again (default: 5)",
        HelpName = "SECONDS",
    };

    public static EngineOptions Apply(Invocation invocation, EngineOptions options) => options with
    {
        DryRun = invocation.Value(DryRun),
        PatienceForOtherRuns = invocation.Value(Wait) is { } wait ? TimeSpan.FromSeconds(wait) : null,
        LockTimeout = invocation.Value(LockTimeout) is { } limit ? TimeSpan.FromSeconds(limit) : options.LockTimeout,
    };
}
