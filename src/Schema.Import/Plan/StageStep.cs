namespace Schema.Import;

/// <summary>Mapped rows into a temporary table made from their record.</summary>
public sealed class StageStep<TLegacy, TRow> : ImportStep
{
    internal StageStep(string name, Source<TLegacy> source, Func<TLegacy, Mapped<TRow>> map)
        : base(name, null) => (Rows, Map) = (source, map);

    internal override ImportSource Source => Rows;

    internal Source<TLegacy> Rows { get; }

    internal Func<TLegacy, Mapped<TRow>> Map { get; }

    internal bool IsAside { get; private set; }

    internal override bool Stages => !IsAside;

    /// <summary>Rows to look at and nothing more: they are neither read nor written in what the import counts.</summary>
    public StageStep<TLegacy, TRow> Aside()
    {
        IsAside = true;
        return this;
    }

    internal override Task<StepReport> Run(StepRun run, CancellationToken cancellationToken) =>
        new Staging<TLegacy, TRow>(run, this).Run(cancellationToken);

    internal override async Task<StepReport?> Read(StepRun run, CancellationToken cancellationToken) =>
        await RowStream<TLegacy, TRow>.ReadOnly(run, Rows, Map, null, cancellationToken) with { ReadsSource = !IsAside };
}
