using System.Buffers;
using System.Text.Json;

namespace Schema.Import;

/// <summary>Reads the JSON array that Django's <c>dumpdata</c> writes row by row, in the memory of its largest row.</summary>
public sealed class DjangoRows(Stream stream, string file) : IAsyncDisposable
{
    const int LargestRow = 1 << 30;

    byte[] bytes = ArrayPool<byte>.Shared.Rent(1 << 20);
    JsonReaderState state;
    long offset;
    int start;
    int end;
    bool atEnd;
    bool begun;

    enum Step
    {
        Row,
        End,
        More,
    }

    /// <summary>The row that was read last.</summary>
    public DjangoRow Row { get; } = new(file) { Index = -1 };

    /// <summary>What errors call the dump.</summary>
    public string File => file;

    /// <summary>Where the next row begins.</summary>
    internal DjangoPlace Place => new(offset + start, state, Row.Index + 1);

    /// <summary>Goes to the next row; <see langword="false"/> at the end of the array.</summary>
    public async ValueTask<bool> Read(CancellationToken cancellationToken)
    {
        Row.Index++;
        if (!begun)
            await Begin(cancellationToken);

        while (true)
        {
            switch (Scan())
            {
                case Step.Row:
                    return true;
                case Step.End:
                    await ExpectNothingMore(cancellationToken);
                    return false;
                default:
                    await Fill(cancellationToken);
                    break;
            }
        }
    }

    /// <summary>Reads on from a place in the same file.</summary>
    internal void GoTo(DjangoPlace place)
    {
        stream.Position = place.Offset;
        (offset, start, end, state, atEnd) = (place.Offset, 0, 0, place.State, false);
        begun = place.Index > 0;
        Row.Index = place.Index - 1;
    }

    public ValueTask DisposeAsync()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];

        return stream.DisposeAsync();
    }

    async ValueTask Begin(CancellationToken cancellationToken)
    {
        begun = true;
        await Fill(cancellationToken);
        if (bytes.AsSpan(0, end) is [0xff, 0xfe, ..] or [0xfe, 0xff, ..])
            throw Broken("is UTF-16, UTF-8 is expected");

        if (bytes.AsSpan(0, end) is [0xef, 0xbb, 0xbf, ..])
            start = 3;

        if (bytes.AsSpan(start, end - start).TrimStart(" \t\r\n"u8).IsEmpty)
            throw Broken("is empty, the JSON array of manage.py dumpdata is expected");

        var reader = Reader();
        if (!Guarded(ref reader) || reader.TokenType != JsonTokenType.StartArray)
            throw Broken("does not begin with '[', the JSON array of manage.py dumpdata is expected");

        Advance(ref reader);
    }

    Step Scan()
    {
        var reader = Reader();
        try
        {
            if (!reader.Read())
                return Step.More;

            var isRow = reader.TokenType == JsonTokenType.StartObject;
            if (!isRow && reader.TokenType != JsonTokenType.EndArray)
                throw Row.Refused("it is no object; a row of manage.py dumpdata is expected");

            if (isRow && !Row.TryTake(ref reader, bytes, start))
                return Step.More;

            Advance(ref reader);
            return isRow ? Step.Row : Step.End;
        }
        catch (JsonException broken)
        {
            throw NoJson(broken);
        }
    }

    async ValueTask ExpectNothingMore(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (!bytes.AsSpan(start, end - start).TrimStart(" \t\r\n"u8).IsEmpty)
                throw Broken("goes on after the end of its array");
            if (atEnd)
                return;

            start = end;
            await Fill(cancellationToken);
        }
    }

    /// <summary>Moves what is unfinished to the front and reads until the buffer is full.</summary>
    async ValueTask Fill(CancellationToken cancellationToken)
    {
        if (atEnd)
            throw Broken(FormattableString.Invariant($"is cut off after {Row.Index:N0} complete rows: its array is not closed"));

        if (start == 0 && end == bytes.Length)
            Grow();

        bytes.AsSpan(start, end - start).CopyTo(bytes);
        (offset, start, end) = (offset + start, 0, end - start);
        var wanted = bytes.Length - end;
        var read = await stream.ReadAtLeastAsync(bytes.AsMemory(end), wanted, throwOnEndOfStream: false, cancellationToken);
        atEnd = read < wanted;
        end += read;
    }

    void Grow()
    {
        if (bytes.Length >= LargestRow)
            throw Row.Refused("it is larger than 1 GiB");

        var larger = ArrayPool<byte>.Shared.Rent(bytes.Length * 2);
        bytes.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }

    // Never the final block: what is missing at the end is found out, and said, here.
    Utf8JsonReader Reader() => new(bytes.AsSpan(start, end - start), isFinalBlock: false, state);

    void Advance(ref Utf8JsonReader reader)
    {
        start += (int)reader.BytesConsumed;
        state = reader.CurrentState;
    }

    bool Guarded(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException broken)
        {
            throw NoJson(broken);
        }
    }

    SchemaException NoJson(JsonException broken) => broken.LineNumber is null ? Row.Refused(broken.Message) : new(
        ExitCode.DataRefused,
        FormattableString.Invariant($"{Row.Name} is no JSON: line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}: {Reason(broken)}."),
        "Nothing was written. Dump it again: manage.py dumpdata timetables",
        broken);

    SchemaException Broken(string problem) => new(
        ExitCode.DataRefused, $"{file} {problem}.", "Nothing was written. Dump it again: manage.py dumpdata timetables");

    static string Reason(JsonException broken) => broken.Message.Split(" LineNumber:")[0].Split(" Path:")[0].TrimEnd('.');
}
