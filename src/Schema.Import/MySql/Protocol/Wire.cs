using System.Buffers.Binary;

namespace Schema.Import.MySql;

/// <summary>Packets in both directions over one stream, received into one large buffer that is used again and again.</summary>
sealed class Wire(Stream stream) : IAsyncDisposable
{
    /// <summary>A payload of this size goes on in the next packet.</summary>
    public const int Full = 0xffffff;
    const int Header = 4;
    const int Usual = 1 << 20;
    const int Roomy = 1 << 27;

    Stream stream = stream;
    byte[] buffer = GC.AllocateUninitializedArray<byte>(Usual);

    // buffer: … [start … joined) payload of this packet, so far | [next … end) received and not looked at yet
    int start, joined, next, end;
    bool joining;
    byte sequence;

    public ReadOnlySpan<byte> Payload => buffer.AsSpan(start, joined - start);

    /// <summary>Bytes of the packets that were looked at; what lies in the buffer behind them does not count yet.</summary>
    public long Taken { get; private set; }

    /// <summary>Puts the next whole packet into <see cref="Payload"/> when it has arrived; the one before is gone.</summary>
    public bool TryNext()
    {
        if (!joining)
            start = joined = next;

        while (Arrived() is { } length)
        {
            Join(length);
            if (!joining)
                return true;
        }

        return false;
    }

    public async ValueTask Next(CancellationToken cancel)
    {
        while (!TryNext())
            await Receive(cancel);
    }

    /// <summary>Begins a new exchange: its first packet has number 0 and is ours.</summary>
    public Task Command(ReadOnlyMemory<byte> payload, CancellationToken cancel)
    {
        sequence = 0;
        return Send(payload, cancel);
    }

    public async Task Send(ReadOnlyMemory<byte> payload, CancellationToken cancel)
    {
        if (payload.Length >= Full)
            throw new ArgumentException($"A packet of {payload.Length} bytes is not for this reader to send.", nameof(payload));

        var packet = new byte[Header + payload.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(packet, (uint)payload.Length);
        packet[3] = sequence++;
        payload.CopyTo(packet.AsMemory(Header));
        await stream.WriteAsync(packet, cancel);
        await stream.FlushAsync(cancel);
    }

    /// <summary>Lets the room go that a large row took, when nothing of it is needed any more.</summary>
    public void Shrink()
    {
        if (buffer.Length == Usual || end - next > Usual)
            return;

        var usual = GC.AllocateUninitializedArray<byte>(Usual);
        Buffer.BlockCopy(buffer, next, usual, 0, end - next);
        (buffer, start, joined, next, end) = (usual, 0, 0, 0, end - next);
    }

    /// <summary>Goes on over TLS. Bytes that came before it were never protected, so none may be waiting.</summary>
    public async Task Upgrade(Func<Stream, Task<Stream>> encrypt)
    {
        if (next != end)
            throw new InvalidDataException("bytes arrived in clear text after TLS was asked for");

        stream = await encrypt(stream);
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    /// <summary>The length of the packet at <see cref="next"/> when all of it is here.</summary>
    int? Arrived()
    {
        if (end - next < Header)
            return null;

        var length = LengthAtNext();
        return end - next - Header < length ? null : length;
    }

    int LengthAtNext() => buffer[next] | buffer[next + 1] << 8 | buffer[next + 2] << 16;

    void Join(int length)
    {
        if (buffer[next + 3] != sequence)
            throw new InvalidDataException($"packet number {sequence} was expected, {buffer[next + 3]} arrived");

        sequence++;
        var body = next + Header;
        if (joining)
            Buffer.BlockCopy(buffer, body, buffer, joined, length);
        else
            start = joined = body;

        joined += length;
        next = body + length;
        joining = length == Full;
        Taken += Header + length;
    }

    async ValueTask Receive(CancellationToken cancel)
    {
        MakeRoom();
        var count = await stream.ReadAsync(buffer.AsMemory(end), cancel);
        if (count == 0)
            throw new EndOfStreamException("the server closed the connection");

        end += count;
    }

    /// <summary>Moves what is still needed to the front, and grows the buffer when the packet under way is larger.</summary>
    void MakeRoom()
    {
        var kept = joining ? start : next;
        var needed = next - kept + Header + (end - next < Header ? 0L : LengthAtNext());
        var target = needed <= buffer.Length ? buffer : Larger(needed);
        Buffer.BlockCopy(buffer, kept, target, 0, end - kept);
        buffer = target;
        (start, joined, next, end) = (start - kept, joined - kept, next - kept, end - kept);
    }

    byte[] Larger(long needed)
    {
        if (needed > Array.MaxLength)
            throw new InvalidDataException($"a row of more than {Array.MaxLength:N0} bytes cannot be read");

        // The room of a large row before may still lie about: the collector would not look for it yet.
        GC.Collect();
        // Pages that are never written to take no memory; a buffer that grows step by step is there twice at each of them.
        return GC.AllocateUninitializedArray<byte>((int)Math.Clamp(Math.Max(buffer.Length * 3L / 2, Roomy), needed, Array.MaxLength));
    }
}
