namespace Schema.Import;

/// <summary>How far a step is; at most ten a second.</summary>
public sealed record ImportProgress(string Import, string Step, long Rows, long? Expected);
