namespace Schema.Import;

/// <summary>The closed set of words that begin a ledger line.</summary>
public static class LedgerEvent
{
    public const string Started = "started";
    public const string Applied = "applied";
    public const string Reverted = "reverted";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";
    public const string DryRun = "dry run";
    public const string Stamped = "stamped";
    public const string Imported = "imported";
    public const string Undone = "undone";
    public const string Skipped = "skipped";
    public const string Seeded = "seeded";
    public const string Copied = "copied";
    public const string Archived = "archived";
    public const string Note = "note";
}
