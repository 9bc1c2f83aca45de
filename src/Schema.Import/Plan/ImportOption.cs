namespace Schema.Import;

/// <summary>A word that changes what an import does, declared by its plan.</summary>
public sealed record ImportOption(string Name, string Description, string Default)
{
    /// <summary>It is on or off and needs no value.</summary>
    public bool IsFlag { get; init; }
}
