namespace Schema.Seeding;

/// <summary>People of one seed, from one number to another; the same seed makes the same people on every machine.</summary>
public sealed record Crowd(int Seed, int First, int Last)
{
    public const int Most = 10_000_000;

    public int Count => Last - First + 1;

    internal IEnumerable<CrowdPerson> People => Enumerable.Range(First, Count).Select(number => new CrowdPerson(Seed, number));
}
