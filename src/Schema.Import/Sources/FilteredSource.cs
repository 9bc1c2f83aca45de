using System.Runtime.CompilerServices;

namespace Schema.Import;

public static partial class Source
{
    /// <summary>The rows whose records somebody asked for; the others are as if they were not there, and a row that is no record stays one.</summary>
    public static Source<TLegacy> Where<TLegacy>(this Source<TLegacy> source, Func<TLegacy, bool> isWanted) => new FilteredSource<TLegacy>(source, isWanted);
}

sealed class FilteredSource<TLegacy>(Source<TLegacy> source, Func<TLegacy, bool> isWanted) : Source<TLegacy>
{
    public override string Name => source.Name;

    public override string? Place => source.Place;

    protected internal override Task<SourceSession> Open(string location, CancellationToken cancellationToken) => source.Open(location, cancellationToken);

    protected internal override long? Estimate(SourceSession session, long read) => source.Estimate(session, read);

    protected internal override async IAsyncEnumerable<SourceRow<TLegacy>> Read(
        SourceSession session, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in source.Read(session, cancellationToken))
        {
            if (row.Refusal is not null || isWanted(row.Record!))
                yield return row;
        }
    }
}
