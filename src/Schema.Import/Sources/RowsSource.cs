using System.Runtime.CompilerServices;

namespace Schema.Import;

sealed class RowsSource<TLegacy>(IEnumerable<TLegacy> rows, long? about = null) : Source<TLegacy>
{
    public override string Name => $"rows of {typeof(TLegacy).Name}";

    public override string? Place => null;

    protected internal override Task<SourceSession> Open(string location, CancellationToken cancellationToken) =>
        Task.FromResult(RowsInCode.Session);

    protected internal override Task<long?> Estimate(SourceSession session, CancellationToken cancellationToken) =>
        Task.FromResult(about ?? (rows.TryGetNonEnumeratedCount(out var count) ? count : null));

    protected internal override async IAsyncEnumerable<SourceRow<TLegacy>> Read(
        SourceSession session, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        long position = 0;
        foreach (var row in rows)
            yield return new SourceRow<TLegacy>(++position, row);
    }
}

/// <summary>The session of sources that live nowhere.</summary>
sealed class RowsInCode : SourceSession
{
    public static readonly SourceSession Session = new RowsInCode();

    public override string Description => "rows in code";

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
