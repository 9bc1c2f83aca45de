namespace Schema.Import;

/// <summary>How many rows an import's source has and how many it had, and how many of those written are still there.</summary>
public sealed record CountsReport(string Import, string Source, IReadOnlyList<SourceCount> Sources, IReadOnlyList<TargetCount> Targets)
{
    public bool Agrees => Sources.All(count => count.Now == count.Imported) && Targets.All(count => count.Now == count.Written);
}

/// <summary>The rows that a step reads: now, and when the import last ran; none if it never did.</summary>
public sealed record SourceCount(string Step, long Now, long? Imported);

/// <summary>The rows that the import wrote into a table, and how many of them are there now.</summary>
public sealed record TargetCount(string Table, long Written, long Now);
