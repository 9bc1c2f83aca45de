namespace Schema.Import;

/// <summary>What a person chose for the imports of a run, beside the settings.</summary>
public sealed record ImportChoices
{
    public RejectBudget? MaxRejects { get; init; }

    public string? RejectsFolder { get; init; }

    public Verification Verify { get; init; } = Verification.Digests;

    public bool Triggers { get; init; }

    /// <summary>A maintenance window is announced: nobody else needs the tables meanwhile.</summary>
    public bool Exclusive { get; init; }

    /// <summary>Undo takes back rows too that somebody changed since.</summary>
    public bool DropEdited { get; init; }

    /// <summary>Options of single imports: import, option, value.</summary>
    public IReadOnlyList<(string Import, string Option, string Value)> Options { get; init; } = [];

    /// <summary>An option on the command line, else the setting <c>IMPORT_NAME_OPTION</c>, or <c>LEGACY_NAME_OPTION</c> beside where the system lives.</summary>
    public IReadOnlyDictionary<string, string> OptionsFor(DataImport import, Settings settings)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in ImportPlan.Of(import).Options)
        {
            var ending = $"{import.Name}_{option.Name}".ToUpperInvariant().Replace('-', '_');
            if ((settings.Value($"IMPORT_{ending}") ?? settings.Value($"LEGACY_{ending}")) is { } value)
                values[option.Name] = value;
        }

        foreach (var (name, option, value) in Options)
        {
            if (name == import.Name)
                values[option] = value;
        }

        return values;
    }
}
