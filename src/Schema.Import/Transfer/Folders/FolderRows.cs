namespace Schema.Import.Transfer;

/// <summary>The records of a CSV file as rows of the table that it was.</summary>
sealed class FolderRows(CsvRecords records, FolderTable table, IReadOnlyList<SourceColumn> columns) : SourceRows
{
    readonly int[] ordinals = [.. columns.Select(column => table.Columns.Index().First(item => item.Item.Name == column.Name).Index)];
    readonly byte[]?[] decoded = [.. columns.Select(column => column.Type.IsBinary ? new byte[64] : null)];
    readonly int[] lengths = new int[columns.Count];
    long count, bytes;

    public override ReadOnlySpan<byte> this[int field] =>
        IsNull(field) ? default : decoded[field] is { } value ? value.AsSpan(0, lengths[field]) : records[ordinals[field]];

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
        for (var field = 0; field < decoded.Length; field++)
            if (decoded[field] is not null && !IsNull(field))
                Decode(field, records[ordinals[field]]);

        return true;
    }

    public override ValueTask DisposeAsync() => records.DisposeAsync();

    void Decode(int field, ReadOnlySpan<byte> text)
    {
        var size = (text.Length - 2) / 2;
        if (decoded[field]!.Length < size)
            decoded[field] = new byte[size];
        if (!text.StartsWith(@"\x"u8) || Convert.FromHexString(text[2..], decoded[field], out _, out lengths[field]) != System.Buffers.OperationStatus.Done)
            throw records.Broken($"{columns[field].Name} holds bytes that are not written as \\x and hexadecimal digits", records.Line);
    }
}
