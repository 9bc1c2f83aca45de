namespace Schema.Import;

public static partial class Source
{
    /// <summary>The rows of a query, or of a CSV file where the system is a folder: its columns are the table's, in any order.</summary>
    /// <param name="sql">The query over the legacy PostgreSQL database.</param>
    /// <param name="fileName">The file that somebody exported the table to.</param>
    /// <param name="isOptional">A folder without the file has no such rows.</param>
    public static Source<TLegacy> Table<TLegacy>(string sql, string fileName, bool isOptional = false) =>
        new TableSource<TLegacy>(sql, fileName, isOptional);
}

sealed class TableSource<TLegacy>(string sql, string fileName, bool isOptional) : Source<TLegacy>
{
    readonly PostgresSource<TLegacy> query = new(sql, []);
    readonly CsvSource<TLegacy> file = new(fileName, new CsvFormat { AllowsOtherColumns = true });

    public override string Name => query.Name;

    public override string? Place => "postgres or csv";

    protected internal override Task<SourceSession> Open(string location, CancellationToken cancellationToken) =>
        Directory.Exists(location) || File.Exists(location) ? file.Open(location, cancellationToken) : query.Open(location, cancellationToken);

    protected internal override async Task<long?> Estimate(SourceSession session, CancellationToken cancellationToken) =>
        session is PostgresSession ? await query.Estimate(session, cancellationToken) : null;

    protected internal override long? Estimate(SourceSession session, long read) => session is CsvSession ? file.Estimate(session, read) : null;

    protected internal override Task<long> Count(SourceSession session, CancellationToken cancellationToken) =>
        session is PostgresSession ? query.Count(session, cancellationToken) : base.Count(session, cancellationToken);

    protected internal override IAsyncEnumerable<SourceRow<TLegacy>> Read(SourceSession session, CancellationToken cancellationToken) =>
        session is not CsvSession folder ? query.Read(session, cancellationToken)
        : isOptional && !folder.Has(fileName) ? AsyncEnumerable.Empty<SourceRow<TLegacy>>()
        : file.Read(session, cancellationToken);
}
