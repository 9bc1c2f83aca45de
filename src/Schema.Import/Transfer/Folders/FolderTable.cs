using System.Text;

namespace Schema.Import.Transfer;

/// <summary>A CSV file, the table that it was, and how many rows it must hold.</summary>
sealed record FolderTable(string Path, SourceTable Table, long Rows)
{
    /// <summary>The columns in the file's order.</summary>
    public IReadOnlyList<SourceColumn> Columns => Table.Columns;

    /// <summary>Opens the file and reads its header, which must name the columns.</summary>
    public async Task<CsvRecords> Open(CancellationToken cancellationToken)
    {
        var records = await OpenFile(Path, Columns, cancellationToken);
        if (Names(records).SequenceEqual(Columns.Select(column => column.Name)))
            return records;

        await records.DisposeAsync();
        throw records.Broken("the header names other columns than the manifest", 1);
    }

    /// <summary>The names in a file's header.</summary>
    public static async Task<IReadOnlyList<string>> Header(string path, CancellationToken cancellationToken)
    {
        await using var records = await OpenFile(path, [], cancellationToken);
        return Names(records);
    }

    static async Task<CsvRecords> OpenFile(string path, IReadOnlyList<SourceColumn> columns, CancellationToken cancellationToken)
    {
        var (file, name) = ((Stream)ExportFile.Open(path), System.IO.Path.GetFileName(path));
        var records = new CsvRecords(columns.Any(column => column.Type.IsBinary) ? new PackedBytes(file, name, columns) : file, name, (byte)',');
        if (await records.Read(cancellationToken))
            return records;

        await records.DisposeAsync();
        throw records.Broken("the file is empty, a header is expected", 1);
    }

    static List<string> Names(CsvRecords records) =>
        [.. Enumerable.Range(0, records.Count).Select(field => Encoding.UTF8.GetString(records[field]))];
}
