using Npgsql;

namespace Schema.Import;

/// <summary>Where and how an import runs; the transaction belongs to the caller, who commits it or rolls it back.</summary>
public sealed record ImportContext(NpgsqlConnection Target, NpgsqlTransaction Transaction)
{
    /// <summary>The setting's value: a URL, an Npgsql connection string or a path.</summary>
    public string? SourceLocation { get; init; }

    public required Guid Run { get; init; }

    /// <summary>What a person types to run the import again, where that is not <c>schema import run</c>.</summary>
    public string? Command { get; init; }

    public RejectBudget MaxRejects { get; init; } = RejectBudget.None;

    public string RejectsFolder { get; init; } = Path.Combine("artifacts", "rejects");

    public Verification Verify { get; init; } = Verification.Digests;

    /// <summary>User triggers on the tables written are allowed to run.</summary>
    public bool Triggers { get; init; }

    /// <summary>A maintenance window is announced: keys, indexes and foreign keys may be off while rows are written.</summary>
    public bool Exclusive { get; init; }

    /// <summary>The import ran before: new keys only, changed ones are reported and never overwritten.</summary>
    public bool Again { get; init; }

    /// <summary>Nobody will take the rows back by receipt: the caller has kept what was there before.</summary>
    public bool WithoutReceipts { get; init; }

    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    public IProgress<ImportProgress>? Progress { get; init; }
}

/// <summary>How written rows are proven before commit.</summary>
public enum Verification
{
    Digests,
    Counts,
}
