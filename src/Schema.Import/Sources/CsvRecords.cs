namespace Schema.Import;

/// <summary>Cuts a stream of bytes into records and fields; quoted fields may span lines, and nothing becomes a string on the way.</summary>
public sealed class CsvRecords(Stream stream, string file, byte delimiter) : IAsyncDisposable
{
    const int Large = 1 << 20;
    const int Roomy = 1 << 28;

    readonly List<CsvField> fields = [];
    byte[] bytes = new byte[1 << 16];
    int start;
    int end;
    int next;
    long nextLine = 1;
    bool atEnd;
    bool begun;
    long passed;

    /// <summary>The line on which the record begins.</summary>
    public long Line { get; private set; }

    /// <summary>The bytes of the file up to the end of the record.</summary>
    public long Position => passed + next;

    /// <summary>The number of fields.</summary>
    public int Count => fields.Count;

    /// <summary>All bytes of the record, its line end included.</summary>
    public ReadOnlySpan<byte> Whole => bytes.AsSpan(start, next - start);

    /// <summary>Whether the record is an empty line.</summary>
    public bool IsBlank => fields is [{ Length: 0, IsQuoted: false }];

    /// <summary>Whether the field stood in quotes.</summary>
    public bool IsQuoted(int field) => fields[field].IsQuoted;

    /// <summary>The field's bytes; doubled quotes are made single in place, once.</summary>
    public ReadOnlySpan<byte> this[int field]
    {
        get
        {
            if (fields[field].HasQuotes)
                fields[field] = Unescape(fields[field]);

            return bytes.AsSpan(fields[field].Start, fields[field].Length);
        }
    }

    /// <summary>Goes to the next record; <see langword="false"/> at the end.</summary>
    public async ValueTask<bool> Read(CancellationToken cancellationToken)
    {
        if (!begun)
            await Begin(cancellationToken);

        start = next;
        Line = nextLine;
        while (!TryScan())
            await Fill(cancellationToken);

        return next > start;
    }

    bool TryScan()
    {
        var scan = new CsvScan(bytes.AsSpan(0, end), start, delimiter, atEnd);
        if (!scan.Run(fields))
            return false;

        if (scan.Problem is { } problem)
            throw Broken(problem, Line + scan.Lines);

        next = scan.Next;
        nextLine += scan.Lines;

        return true;
    }

    /// <summary>The error that a line of the file is.</summary>
    public SchemaException Broken(string problem, long line) => new(
        ExitCode.DataRefused,
        FormattableString.Invariant($"{file}, line {line:N0}: {problem}."),
        "Nothing was changed. Correct the file; from there on its fields cannot be told apart.");

    /// <summary>Closes the file.</summary>
    public ValueTask DisposeAsync() => stream.DisposeAsync();

    async ValueTask Begin(CancellationToken cancellationToken)
    {
        begun = true;
        while (end < 3 && !atEnd)
            await Fill(cancellationToken);

        if (bytes.AsSpan(0, end) is [0xff, 0xfe, ..] or [0xfe, 0xff, ..])
            throw Broken("the file is UTF-16, UTF-8 is expected", 1);

        if (bytes.AsSpan(0, end) is [0xef, 0xbb, 0xbf, ..])
            next = 3;
    }

    /// <summary>Moves what is unfinished to the front and reads on: so much that a large record is not looked through for every piece of it.</summary>
    async ValueTask Fill(CancellationToken cancellationToken)
    {
        if (start > 0)
            bytes.AsSpan(start, end - start).CopyTo(bytes);

        passed += start;
        (start, end, next) = (0, end - start, Math.Max(0, next - start));
        if (end == bytes.Length)
            bytes = Larger();

        var read = await stream.ReadAsync(bytes.AsMemory(end, Math.Min(bytes.Length - end, Math.Max(Large, end / 8))), cancellationToken);
        atEnd = read == 0;
        end += read;
    }

    /// <summary>Pages that are never written to take no memory; a buffer that grows step by step is there twice at each of them.</summary>
    byte[] Larger()
    {
        if (bytes.Length == Array.MaxLength)
            throw Broken($"a record of more than {Array.MaxLength:N0} bytes cannot be read", Line);

        var size = bytes.Length < Large ? bytes.Length * 2L : Math.Max(bytes.Length * 2L, Roomy);
        var larger = GC.AllocateUninitializedArray<byte>((int)Math.Min(size, Array.MaxLength));
        bytes.AsSpan(0, end).CopyTo(larger);
        return larger;
    }

    CsvField Unescape(CsvField field)
    {
        var text = bytes.AsSpan(field.Start, field.Length);
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            text[length++] = text[i];
            if (text[i] == '"')
                i++;
        }

        return field with { Length = length, HasQuotes = false };
    }
}

/// <summary>Where a field's content stands, whether it was quoted, and whether doubled quotes are still in it.</summary>
readonly record struct CsvField(int Start, int Length, bool IsQuoted, bool HasQuotes);
