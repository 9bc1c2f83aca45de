namespace Schema.Import;

/// <summary>An open legacy system: one connection and one snapshot, or one folder, for all steps of a run.</summary>
public abstract class SourceSession : IAsyncDisposable
{
    /// <summary>Where it is, without secrets; the ledger keeps it.</summary>
    public abstract string Description { get; }

    /// <summary>What a position counts: <c>row</c> or <c>line</c>.</summary>
    public virtual string PositionWord => "row";

    public abstract ValueTask DisposeAsync();
}
