namespace Schema.Import;

/// <summary>An open legacy system: one connection and one snapshot, or one folder, for all steps of a run.</summary>
public abstract class SourceSession : IAsyncDisposable
{
    /// <summary>Where it is, without secrets; the ledger keeps it.</summary>
    public abstract string Description { get; }

    /// <summary>What a position counts: <c>row</c> or <c>line</c>.</summary>
    public virtual string PositionWord => "row";

    /// <summary>Which database of which PostgreSQL server this is, if it is one.</summary>
    protected internal virtual Task<string?> Identity(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public abstract ValueTask DisposeAsync();
}
