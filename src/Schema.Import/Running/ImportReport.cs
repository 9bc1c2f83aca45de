namespace Schema.Import;

/// <summary>What an import did, step by step.</summary>
public sealed record ImportReport(string Import, Guid Run, IReadOnlyList<StepReport> Steps, IReadOnlyList<Conflict> Conflicts)
{
    /// <summary>Where the rows came from, without secrets; empty for rows in code.</summary>
    public string Source { get; init; } = "";

    /// <summary>Equal for equal rows read by equal steps, whatever their order.</summary>
    public string Fingerprint => string.Join(' ', Steps.Where(step => step.Digest is not null).Select(step => $"{step.Name}:{step.Digest}"));

    /// <summary>Rows that this run was about; each of them is written, kept, merged or rejected.</summary>
    public long Read => HasConclusion ? Fates.Sum(step => step.Read) + Steps.Except(Fates).Sum(step => step.Rejected) : Seen;

    /// <summary>Rows of the source, those too that another run is about.</summary>
    public long Seen => HasSource ? Steps.Where(step => step.ReadsSource).Sum(step => step.Read) : Steps.Sum(step => step.Read);

    /// <summary>What a check handed over, in sentences.</summary>
    public IReadOnlyList<string> HandedOver { get; init; } = [];

    public long Written => Fates.Sum(step => step.Written);

    public long Kept => Fates.Sum(step => step.Kept);

    public long Merged => Fates.Sum(step => step.Merged);

    public long Rejected => Steps.Sum(step => step.Rejected);

    bool HasConclusion => Steps.Any(step => step.IsConclusion);

    bool HasSource => Steps.Any(step => step.ReadsSource);

    /// <summary>Where each row read met its fate: the step that copied it, or one that concludes for what was staged.</summary>
    IEnumerable<StepReport> Fates => Steps.Where(step => step.IsConclusion || step is { ReadsSource: true, Table: not null } || !HasSource);
}

/// <summary>The counts of one step and how it was proven; read is the sum of the other four.</summary>
public sealed record StepReport(string Name, string? Table)
{
    /// <summary>Its rows come from the source, not from rows that an earlier step staged.</summary>
    public bool ReadsSource { get; init; }

    /// <summary>The plan says that staged rows meet their fate here.</summary>
    public bool IsConclusion { get; init; }

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
