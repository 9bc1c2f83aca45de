namespace Schema.Import;

/// <summary>One step of a plan.</summary>
public abstract class ImportStep
{
    private protected ImportStep(string name, string? table) => (Name, Table) = (name, table);

    internal string Name { get; private protected set; }

    /// <summary>The table that the step writes; a staging table is not one.</summary>
    internal string? Table { get; }

    internal virtual ImportSource? Source => null;

    internal abstract Task<StepReport> Run(StepRun run, CancellationToken cancellationToken);
}
