namespace Schema.Import;

/// <summary>Legacy rows on their way; the next word says what becomes of each.</summary>
public sealed class Reading<TLegacy>
{
    readonly ImportPlan plan;
    readonly Source<TLegacy> source;

    internal Reading(ImportPlan plan, Source<TLegacy> source) => (this.plan, this.source) = (plan, source);

    /// <summary>A static pure function of one record: no I/O, no clock, no look-ups.</summary>
    public Mapping<TLegacy, TRow> Map<TRow>(Func<TLegacy, Mapped<TRow>> map) => new(plan, source, map);
}
