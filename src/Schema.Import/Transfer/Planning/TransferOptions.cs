namespace Schema.Import.Transfer;

/// <summary>What a person says about a copy of a whole database.</summary>
public sealed record TransferOptions
{
    /// <summary>Only these tables; without any, all.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];

    /// <summary>Not these tables, or columns as <c>table.column</c>.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>These tables although they are a migration tool's bookkeeping.</summary>
    public IReadOnlyList<string> Included { get; init; } = [];

    /// <summary><c>old=new</c> for a table, <c>table.old=new</c> for a column.</summary>
    public IReadOnlyList<string> Maps { get; init; } = [];

    /// <summary>Named rules for columns: <c>table.column:lookup(table.name→id)</c>, <c>table.column:latin1-zlib→base64</c>.</summary>
    public IReadOnlyList<string> Repairs { get; init; } = [];

    /// <summary>Tables that exist on one side only are left out.</summary>
    public bool AllowMissing { get; init; }

    /// <summary>What the chosen tables hold is deleted first.</summary>
    public bool Replace { get; init; }

    /// <summary>Nothing is written; plan and profile alone.</summary>
    public bool DryRun { get; init; }

    public Verification Verify { get; init; } = Verification.Digests;

    public RejectBudget MaxRejects { get; init; } = RejectBudget.None;

    public string RejectsFolder { get; init; } = Path.Combine("artifacts", "rejects");

    /// <summary>Replacing rows of a Production database is meant.</summary>
    public bool AllowProduction { get; init; }

    public Settings? Settings { get; init; }

    /// <summary>What the run is called in ledger, reject files and advice.</summary>
    public string Command { get; init; } = "copy";

    public RunIdentity Identity { get; init; } = RunIdentity.New("schema");

    /// <summary>Asked before rows are deleted.</summary>
    public Func<string, bool> Confirm { get; init; } = _ => false;

    /// <summary>Told of the plan before the first row.</summary>
    public Action<TransferPlan> Planned { get; init; } = _ => { };

    public Action<TransferProgress> Progress { get; init; } = _ => { };
}
