namespace Schema.Seeding;

/// <summary>What a seed did: nothing at all, when everything was there already.</summary>
public abstract record SeedReport
{
    /// <summary>Rows that were added or changed.</summary>
    public abstract long Written { get; }

    /// <summary>For the ledger.</summary>
    public abstract string Summary { get; }

    /// <summary>What a person should know of, a sentence each.</summary>
    public abstract IReadOnlyList<string> Remarks { get; }
}
