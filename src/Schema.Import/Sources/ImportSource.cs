namespace Schema.Import;

/// <summary>Where legacy rows come from, whatever their shape.</summary>
public abstract class ImportSource
{
    /// <summary>What errors call it: a file, a query.</summary>
    public abstract string Name { get; }

    /// <summary>The kind of place it lives in, such as <c>postgres</c>; <see langword="null"/> when it needs none.</summary>
    public abstract string? Place { get; }

    /// <summary>Opens the place that all sources of this kind share during one run.</summary>
    protected internal abstract Task<SourceSession> Open(string location, CancellationToken cancellationToken);

    /// <summary>About how many rows there are, where that can be known without reading them.</summary>
    protected internal virtual Task<long?> Estimate(SourceSession session, CancellationToken cancellationToken) => Task.FromResult<long?>(null);

    /// <summary>About how many there are, when so many have been read, where a file's size tells it only then.</summary>
    protected internal virtual long? Estimate(SourceSession session, long read) => null;

    /// <summary>Exactly how many rows there are.</summary>
    protected internal abstract Task<long> Count(SourceSession session, CancellationToken cancellationToken);
}

/// <summary>Legacy rows as records of one type.</summary>
public abstract class Source<TLegacy> : ImportSource
{
    /// <summary>Reads all rows from the start; a lost place is a <see cref="SourceLostException"/>.</summary>
    protected internal abstract IAsyncEnumerable<SourceRow<TLegacy>> Read(SourceSession session, CancellationToken cancellationToken);

    /// <summary>By reading them, where the place cannot count by itself.</summary>
    protected internal override async Task<long> Count(SourceSession session, CancellationToken cancellationToken)
    {
        long count = 0;
        await foreach (var _ in Read(session, cancellationToken))
            count++;

        return count;
    }
}
