namespace Schema.Import;

/// <summary>How far source and target agree, step by step.</summary>
public sealed record VerifyReport(string Import, IReadOnlyList<VerifiedStep> Steps)
{
    public bool Agrees => Steps.All(step => step is { Missing: 0, Different: 0 });
}

/// <summary>The rows of one step that the source has and the target has not, or has otherwise; the first few are named.</summary>
public sealed record VerifiedStep(string Name, string Table, long Read, long Missing, long Different, IReadOnlyList<string> Lines);
