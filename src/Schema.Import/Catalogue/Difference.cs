namespace Schema.Import;

/// <summary>One object that is missing, extra (nothing was expected) or different.</summary>
public sealed record Difference(string Subject, string? Expected, string? Found)
{
    public override string ToString() => (Expected, Found) switch
    {
        ({ Length: > 0 }, null) => $"{Subject} is missing (expected {Expected})",
        (not null, null) => $"{Subject} is missing",
        (null, { Length: > 0 }) => $"{Subject} is extra (found {Found})",
        (null, _) => $"{Subject} is extra",
        _ => $"{Subject} is different: expected {Said(Expected)}, found {Said(Found)}",
    };

    static string Said(string? definition) => string.IsNullOrEmpty(definition) ? "nothing more" : definition;
}
