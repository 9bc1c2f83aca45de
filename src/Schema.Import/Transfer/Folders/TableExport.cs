using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Schema.Import.Transfer;

/// <summary>One table into one CSV file: a header, the rows as the source gives them, and a digest of it all.</summary>
sealed class TableExport(TransferSource source, SourceTable table, IReadOnlyList<SourceColumn> columns, TransferCount progress)
{
    /// <summary>Values of more bytes are written in parts.</summary>
    const int Slice = 1 << 16;
    const int RowsBetweenSigns = 4096;

    readonly Stopwatch watch = Stopwatch.StartNew();
    readonly long[] nulls = new long[columns.Count];
    readonly bool[] isHex = [.. columns.Select(column => column.Type.IsBinary)];
    readonly LineBuffer line = new(hashes: false, escapes: false);

    public TimeSpan Took => watch.Elapsed;

    public async Task<ExportedTable> Run(string folder, CancellationToken cancellationToken)
    {
        var name = $"{Uri.EscapeDataString(table.Name)}.csv";
        await using var file = ExportFile.Create(Path.Combine(folder, name));
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rows = await Write(file, digest, cancellationToken);
        return new(table.Name, name, rows, file.Length, Convert.ToHexStringLower(digest.GetHashAndReset()), [.. columns.Select(Described)])
        {
            Key = table.Key,
        };
    }

    async Task<long> Write(FileStream file, IncrementalHash digest, CancellationToken cancellationToken)
    {
        long count = 0;
        progress.Begin(table);
        Header();
        await using var rows = await source.Rows(table, columns, cancellationToken);
        for (; await rows.Read(cancellationToken); count++)
        {
            for (var field = 0; field < columns.Count; field++)
                await Field(rows, field, Flush);

            line.Byte((byte)'\n');
            if (line.IsFull)
                await Flush();
            if (count % RowsBetweenSigns == 0)
                progress.Tell(count, rows.Bytes);
        }

        await Flush();
        return count;

        async ValueTask Flush()
        {
            var written = line.Swap();
            digest.AppendData(written.Span);
            await file.WriteAsync(written, cancellationToken);
        }
    }

    void Header()
    {
        foreach (var (number, column) in columns.Index())
        {
            if (number > 0)
                line.Byte((byte)',');
            CsvText.Write(Encoding.UTF8.GetBytes(column.Name), line);
        }

        line.Byte((byte)'\n');
    }

    ValueTask Field(SourceRows rows, int field, Func<ValueTask> whenFull)
    {
        if (field > 0)
            line.Byte((byte)',');
        if (rows.IsNull(field))
            nulls[field]++;
        else if (rows[field].Length > Slice)
            return Parts(rows, field, whenFull);
        else
            Value(rows[field], isHex[field]);

        return ValueTask.CompletedTask;
    }

    void Value(ReadOnlySpan<byte> value, bool asHex)
    {
        if (!asHex)
        {
            CsvText.Write(value, line);
            return;
        }

        line.Raw(@"\x"u8);
        line.Hex(value);
    }

    async ValueTask Parts(SourceRows rows, int field, Func<ValueTask> whenFull)
    {
        line.Raw(isHex[field] ? @"\x"u8 : "\""u8);
        for (var at = 0; at < rows[field].Length; at += Slice)
        {
            var part = rows[field].Slice(at, Math.Min(Slice, rows[field].Length - at));
            if (isHex[field])
                line.Hex(part);
            else
                CsvText.WritePart(part, line);
            if (line.IsFull)
                await whenFull();
        }

        if (!isHex[field])
            line.Byte((byte)'"');
    }

    ExportedColumn Described(SourceColumn column, int position) => new(column.Name, column.Type, column.IsNullable, nulls[position])
    {
        IsGenerated = column.IsGenerated,
        PostgresType = column.PostgresType,
    };
}
