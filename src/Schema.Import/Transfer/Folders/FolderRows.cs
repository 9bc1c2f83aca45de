namespace Schema.Import.Transfer;

/// <summary>The records of a CSV file as rows of the table that it was.</summary>
sealed class FolderRows(CsvRecords records, FolderTable table, IReadOnlyList<SourceColumn> columns) : SourceRows
{
    readonly int[] ordinals = [.. columns.Select(column => table.Columns.Index().First(item => item.Item.Name == column.Name).Index)];
    long count, bytes;

    public override ReadOnlySpan<byte> this[int field] => IsNull(field) ? default : records[ordinals[field]];

    public override long Bytes => bytes;

    public override bool IsNull(int field) => !records.IsQuoted(ordinals[field]) && records[ordinals[field]].IsEmpty;

    public override async ValueTask<bool> Read(CancellationToken cancellationToken)
    {
        if (!await records.Read(cancellationToken))
        {
            if (count != table.Rows)
                throw records.Broken($"the file ends here with {count:N0} {(count == 1 ? "row" : "rows")} where its manifest says {table.Rows:N0}", records.Line);

            return false;
        }

        if (records.Count != table.Columns.Count)
            throw records.Broken($"{records.Count} fields where the header has {table.Columns.Count}", records.Line);

        count++;
        bytes += records.Whole.Length;
        return true;
    }

    public override ValueTask DisposeAsync() => records.DisposeAsync();
}
