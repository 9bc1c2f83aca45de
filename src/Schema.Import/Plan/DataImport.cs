namespace Schema.Import;

/// <summary>What a legacy system brings: one method that defines how its rows move.</summary>
public abstract class DataImport
{
    const string Suffix = "Import";

    /// <summary>The word on the command line, in settings and in the ledger: <c>PlumeImport</c> is <c>plume</c>.</summary>
    public virtual string Name => SnakeCase.From(Title.Length > Suffix.Length && Title.EndsWith(Suffix, StringComparison.Ordinal)
        ? Title[..^Suffix.Length]
        : Title);

    /// <summary>How the script that this import replaces named the source's settings: <c>PREFIX</c>_HOST, _PORT, _NAME, _USER, _PASSWORD.</summary>
    public virtual string? OldSettings => null;

    internal string Title => GetType().Name;

    public abstract void Define(ImportPlan plan);
}
