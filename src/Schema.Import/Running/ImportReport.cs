namespace Schema.Import;

/// <summary>What an import did, step by step.</summary>
public sealed record ImportReport(string Import, Guid Run, IReadOnlyList<StepReport> Steps, IReadOnlyList<Conflict> Conflicts)
{
    /// <summary>Where the rows came from, without secrets; empty for rows in code.</summary>
    public string Source { get; init; } = "";

    /// <summary>Equal for equal rows read by equal steps, whatever their order.</summary>
    public string Fingerprint => string.Join(' ', Steps.Where(step => step.Digest is not null).Select(step => $"{step.Name}:{step.Digest}"));

    public long Read => Steps.Sum(step => step.Read);

    public long Written => Steps.Sum(step => step.Written);

    public long Kept => Steps.Sum(step => step.Kept);

    public long Merged => Steps.Sum(step => step.Merged);

    public long Rejected => Steps.Sum(step => step.Rejected);
}

/// <summary>The counts of one step and how it was proven; read is the sum of the other four.</summary>
public sealed record StepReport(string Name, string? Table)
{
    public long Read { get; init; }

    public long Written { get; init; }

    public long Kept { get; init; }

    public long Merged { get; init; }

    public long Rejected { get; init; }

    public ProofKind Proof { get; init; }

    /// <summary>The digest of all mapped rows, 32 hexadecimal digits; equal for equal rows in any order.</summary>
    public string? Digest { get; init; }

    public TimeSpan Duration { get; init; }

    public string? RejectsFile { get; init; }

    /// <summary>The first thousand rejects; the file has them all.</summary>
    public IReadOnlyList<Reject> Rejects { get; init; } = [];
}

/// <summary>What a step's rows were held against before commit.</summary>
public enum ProofKind
{
    None,
    Counts,
    Digests,
    Checks,
}

/// <summary>A row that a declared query lists for a person to look at.</summary>
public sealed record Conflict(string Name, string Row);
