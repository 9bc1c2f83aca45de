namespace Schema.Import;

/// <summary>A legacy row that is not taken, and why: <c>grower</c>, <c>17</c>, <c>has no e-mail address</c>.</summary>
public sealed record Reject(string Entity, string Key, string Reason)
{
    /// <summary>Where the row stands in its source; the engine fills it in.</summary>
    public string? Position { get; init; }

    public override string ToString() => $"{Entity} {(Key.Length == 0 ? "''" : FieldText.OneLine(Key))} {Reason}".TrimStart();
}
