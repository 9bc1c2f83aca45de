namespace Schema.Import;

/// <summary>One step of a plan.</summary>
public abstract class ImportStep
{
    private protected ImportStep(string name, string? table) => (Name, Table) = (name, table);

    internal string Name { get; private protected set; }

    /// <summary>The table that the step writes; a staging table is not one.</summary>
    internal string? Table { get; }

    internal virtual ImportSource? Source => null;

    /// <summary>True when no unique index must be there for the step to run.</summary>
    internal virtual bool NeedsNoKey => true;

    /// <summary>Its rows wait for another step to say what becomes of them.</summary>
    internal virtual bool Stages => false;

    internal abstract Task<StepReport> Run(StepRun run, CancellationToken cancellationToken);

    /// <summary>Reads and maps without a target; a step that reads nothing has nothing to say.</summary>
    internal virtual Task<StepReport?> Read(StepRun run, CancellationToken cancellationToken) => Task.FromResult<StepReport?>(null);

    /// <summary>Holds what is there against the source; a step that only prepares others has nothing to say.</summary>
    internal virtual async Task<VerifiedStep?> Verify(StepRun run, CancellationToken cancellationToken)
    {
        await Run(run, cancellationToken);
        return null;
    }
}
