namespace Schema.Import;

/// <summary>Something wrong with an object of a live database, whatever its shape, and the statement that repairs it.</summary>
public sealed record Ailment(string Table, string Sentence, string Repair)
{
    public override string ToString() => $"{Sentence}; repair: {Repair}";
}
