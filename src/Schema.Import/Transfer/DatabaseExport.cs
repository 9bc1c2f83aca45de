using System.Diagnostics;

namespace Schema.Import.Transfer;

/// <summary>Writes all tables of a database, as they are at one moment, into a new folder: a CSV file for each, and a manifest.</summary>
public static class DatabaseExport
{
    public static async Task<ExportReport> Run(string from, string folder, TransferOptions options, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await using var source = await TransferSource.Open(from, cancellationToken);
        var choice = new TableChoice(options, await source.Tables(cancellationToken));
        var tables = choice.Chosen();
        ExportFile.MakeFolder(folder);
        try
        {
            var count = new TransferCount(tables, options.Progress);
            var written = new List<(ExportedTable Table, TimeSpan Took)>();
            foreach (var table in tables)
            {
                var export = new TableExport(source, table, [.. table.Columns.Where(column => !choice.IsExcluded(table, column))], count);
                written.Add((await export.Run(folder, cancellationToken), export.Took));
            }

            await new ExportManifest(ExportManifest.Known, source.Description, source.Snapshot, [.. written.Select(one => one.Table)]).Write(folder, cancellationToken);
            return new(source.Description, source.Snapshot, [.. choice.Notes, .. Warnings(tables)], [.. written.Select(Report)], watch.Elapsed);
        }
        catch (Exception error)
        {
            // It was made, or empty, a moment ago.
            Directory.Delete(folder, recursive: true);
            if (error is IOException full)
                throw ExportFile.NotWritten(folder, full);

            throw;
        }
    }

    static IEnumerable<string> Warnings(IEnumerable<SourceTable> tables) =>
        tables.SelectMany(table => table.Warnings());

    static ExportedFile Report((ExportedTable Table, TimeSpan Took) written) =>
        new(written.Table.Name, written.Table.File, written.Table.Rows, written.Table.Bytes, written.Took, written.Table.Sha256);
}

/// <summary>What an export wrote, file by file.</summary>
public sealed record ExportReport(string Source, DateTimeOffset Snapshot, IReadOnlyList<string> Notes, IReadOnlyList<ExportedFile> Tables, TimeSpan Took);

/// <summary>One table's file.</summary>
public sealed record ExportedFile(string Table, string File, long Rows, long Bytes, TimeSpan Took, string Sha256);
