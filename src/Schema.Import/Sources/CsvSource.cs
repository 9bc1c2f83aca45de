using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace Schema.Import;

public static partial class Source
{
    /// <summary>The rows of a CSV file; its header names the columns, in any order.</summary>
    public static Source<TLegacy> Csv<TLegacy>(string fileName, CsvFormat? format = null) =>
        new CsvSource<TLegacy>(fileName, format ?? new CsvFormat());
}

sealed class CsvSource<TLegacy>(string fileName, CsvFormat format) : Source<TLegacy>
{
    readonly RecordShape shape = RecordShape.Of(typeof(TLegacy));

    public override string Name => fileName;

    public override string? Place => "csv";

    protected internal override Task<SourceSession> Open(string location, CancellationToken cancellationToken) =>
        Task.FromResult<SourceSession>(new CsvSession(location));

    /// <summary>As if the rest of the file were written like the part that has been read.</summary>
    protected internal override long? Estimate(SourceSession session, long read) =>
        ((CsvSession)session).Share is { } share and > 0 ? (long)Math.Round(read / share) : null;

    protected internal override async IAsyncEnumerable<SourceRow<TLegacy>> Read(
        SourceSession session, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = (CsvSession)session;
        var file = new FileStream(folder.File(fileName), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        await using var records = new CsvRecords(file, fileName, (byte)format.Delimiter);
        folder.Reading(records, file.CanSeek ? file.Length : 0);
        if (!await records.Read(cancellationToken))
            throw records.Broken("the file is empty, a header is expected", 1);

        var binder = new CsvBinder<TLegacy>(shape, fileName, Header(records), format);
        while (await records.Read(cancellationToken))
        {
            if (!records.IsBlank || binder.Columns == 1)
                yield return binder.Read(records);
        }
    }

    static string[] Header(CsvRecords records)
    {
        if (!Utf8.IsValid(records.Whole))
            throw records.Broken("the header is not valid UTF-8", 1);

        return [.. Enumerable.Range(0, records.Count).Select(field => System.Text.Encoding.UTF8.GetString(records[field]))];
    }
}
