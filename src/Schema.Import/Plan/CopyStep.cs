namespace Schema.Import;

/// <summary>Mapped rows into a table of the target.</summary>
public sealed class CopyStep<TLegacy, TRow> : ImportStep
{
    internal CopyStep(string table, Source<TLegacy> source, Func<TLegacy, Mapped<TRow>> map)
        : base(table, table) => (Rows, Map) = (source, map);

    internal override ImportSource Source => Rows;

    internal override bool NeedsNoKey => !KeepsExisting;

    internal Source<TLegacy> Rows { get; }

    internal Func<TLegacy, Mapped<TRow>> Map { get; }

    internal bool KeepsExisting { get; private set; }

    internal IReadOnlyList<string> ConflictColumns { get; private set; } = [];

    /// <summary>A row whose key is there already is counted as kept and left as it is.</summary>
    public CopyStep<TLegacy, TRow> KeepExisting()
    {
        KeepsExisting = true;
        return this;
    }

    /// <summary>The unique columns that decide whether a row is there already, if not the primary key.</summary>
    public CopyStep<TLegacy, TRow> ConflictKey(params string[] columns)
    {
        ConflictColumns = columns;
        return KeepExisting();
    }

    /// <summary>Another name than the table's, for a second step into it.</summary>
    public CopyStep<TLegacy, TRow> Named(string name)
    {
        Name = name;
        return this;
    }

    internal override async Task<StepReport> Run(StepRun run, CancellationToken cancellationToken) =>
        await new TableCopy<TLegacy, TRow>(run, this, await run.Table(Table!, cancellationToken)).Run(cancellationToken);

    internal override async Task<StepReport?> Read(StepRun run, CancellationToken cancellationToken) =>
        await RowStream<TLegacy, TRow>.ReadOnly(run, Rows, Map, Table, cancellationToken);

    internal override async Task<VerifiedStep?> Verify(StepRun run, CancellationToken cancellationToken) =>
        await new TableVerification<TLegacy, TRow>(run, this, await run.Table(Table!, cancellationToken)).Run(cancellationToken);
}
