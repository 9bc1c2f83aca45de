namespace Schema.Import;

/// <summary>One attempt to find the end of a record in the bytes at hand.</summary>
ref struct CsvScan(ReadOnlySpan<byte> bytes, int start, byte delimiter, bool isLast)
{
    readonly ReadOnlySpan<byte> bytes = bytes;
    int at = start;

    /// <summary>Where the next record begins.</summary>
    public int Next => at;

    public int Lines { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>False when the record goes on beyond the bytes at hand.</summary>
    public bool Run(List<CsvField> fields)
    {
        fields.Clear();
        if (at == bytes.Length)
            return isLast;

        while (true)
        {
            var found = bytes[at] == '"' ? Quoted(fields) : Plain(fields);
            if (!found || Problem is not null)
                return found;

            if (at == bytes.Length)
                return isLast;

            if (bytes[at++] != delimiter)
                return true;

            if (at == bytes.Length && !isLast)
                return false;

            if (at == bytes.Length)
            {
                fields.Add(new CsvField(at, 0, false, false));
                return true;
            }
        }
    }

    bool Plain(List<CsvField> fields)
    {
        var length = bytes[at..].IndexOfAny(delimiter, (byte)'\n', (byte)'"');
        if (length < 0 && !isLast)
            return false;

        var stop = length < 0 ? bytes.Length : at + length;
        if (stop < bytes.Length && bytes[stop] == '"')
        {
            Problem = "a quote inside a field that does not begin with one";
            return true;
        }

        var ends = stop == bytes.Length || bytes[stop] == '\n';
        var content = ends && stop > at && bytes[stop - 1] == '\r' ? stop - 1 : stop;
        fields.Add(new CsvField(at, content - at, false, false));
        Lines += ends ? 1 : 0;
        at = stop;

        return true;
    }

    bool Quoted(List<CsvField> fields)
    {
        var (from, hasQuotes) = (at + 1, false);
        for (var search = from; ; search += 2, hasQuotes = true)
        {
            var length = search > bytes.Length ? -1 : bytes[search..].IndexOf((byte)'"');
            if (length < 0)
                return Unterminated();

            search += length;
            if (search + 1 == bytes.Length && !isLast)
                return false;

            if (search + 1 < bytes.Length && bytes[search + 1] == '"')
                continue;

            Lines += bytes[from..search].Count((byte)'\n');
            fields.Add(new CsvField(from, search - from, true, hasQuotes));
            return Close(search + 1);
        }
    }

    bool Unterminated()
    {
        if (isLast)
            Problem = "a quoted field is never closed";

        return isLast;
    }

    bool Close(int after)
    {
        if (after + 1 == bytes.Length && bytes[after] == '\r' && !isLast)
            return false;

        if (after < bytes.Length && bytes[after] == '\r' && (after + 1 == bytes.Length || bytes[after + 1] == '\n'))
            after++;

        at = after;
        if (after < bytes.Length && bytes[after] != '\n' && bytes[after] != delimiter)
            Problem = "text after a closing quote";
        else if (after == bytes.Length || bytes[after] == '\n')
            Lines++;

        return true;
    }
}
