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

    public static readonly Option<TimeSpan?> Wait = NumberOption.Seconds(
        "--wait", "Seconds to wait for another run to end (default: as long as it takes)");

    public static readonly Option<TimeSpan?> LockTimeout = NumberOption.Seconds(
        "--lock-timeout", "Seconds a migration may wait for a table lock before it is rolled back and tried again (default: 5)");

    public static EngineOptions For(Invocation invocation) => invocation.Options with
    {
        DryRun = invocation.Value(DryRun),
        PatienceForOtherRuns = invocation.Value(Wait),
        LockTimeout = invocation.Value(LockTimeout) ?? invocation.Options.LockTimeout,
    };
}
