namespace Schema.Import;

/// <summary>Mapped rows on their way; the next word says where they go.</summary>
public sealed class Mapping<TLegacy, TRow>
{
    readonly ImportPlan plan;
    readonly Source<TLegacy> source;
    readonly Func<TLegacy, Mapped<TRow>> map;

    internal Mapping(ImportPlan plan, Source<TLegacy> source, Func<TLegacy, Mapped<TRow>> map) =>
        (this.plan, this.source, this.map) = (plan, source, map);

    /// <summary>Into a table of the target; a key that is there already fails the run unless the step says otherwise.</summary>
    public CopyStep<TLegacy, TRow> CopyTo(string table) => plan.Add(new CopyStep<TLegacy, TRow>(table, source, map));

    /// <summary>Into a temporary table with the record's columns, for the set-based steps that follow; it is gone at commit.</summary>
    public StageStep<TLegacy, TRow> Stage(string name) => plan.Add(new StageStep<TLegacy, TRow>(name, source, map));
}
