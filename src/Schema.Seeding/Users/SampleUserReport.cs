namespace Schema.Seeding;

/// <summary>Who of the sample users was added, who was there already, and whom something stood in the way of.</summary>
public sealed record SampleUserReport(IReadOnlyList<string> Added, IReadOnlyList<string> Present, IReadOnlyList<string> LeftAlone) : SeedReport
{
    public override long Written => Added.Count;

    public override string Summary => $"sample users added: {string.Join(", ", Added)}";

    public override IReadOnlyList<string> Remarks => LeftAlone;
}
