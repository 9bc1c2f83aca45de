using System.Text;

namespace Schema.Import.MySql;

/// <summary>One statement and the packets that answer it; whatever breaks it is said with statement and progress.</summary>
sealed class Exchange(MySqlConnection connection, Wire wire, bool classicEof, string sql)
{
    const byte Query = 0x03;
    const byte LocalFile = 0xfb;
    const byte EndMark = 0xfe;
    const int MoreResults = 0x0008;

    readonly long before = wire.Taken;

    /// <summary>The answer was read to its end.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>The answer broke off, or was given up.</summary>
    public bool HasFailed { get; private set; }

    public long Rows { get; set; }

    public long Bytes => wire.Taken - before;

    public ReadOnlySpan<byte> Packet => wire.Payload;

    /// <summary>Sends the statement and reads what its rows look like; a statement without a result has no fields.</summary>
    public async Task<List<MySqlField>> Begin(CancellationToken cancel)
    {
        await wire.Command((byte[])[Query, .. Encoding.UTF8.GetBytes(sql)], cancel);
        await wire.Next(cancel);
        var fields = new List<MySqlField>();
        for (var count = FieldCount(); fields.Count < count;)
        {
            await wire.Next(cancel);
            fields.Add(MySqlField.Read(Packet));
        }

        if (classicEof && !HasEnded)
            await wire.Next(cancel);

        return fields;
    }

    public bool TryNext() => HasFailed ? throw new InvalidOperationException("The rows broke off before.") : wire.TryNext();

    public ValueTask Next(CancellationToken cancel) => wire.Next(cancel);

    /// <summary>Whether the packet ends the rows; an error in their place is thrown.</summary>
    public bool TakeEnd()
    {
        if (Packet is [ServerError.Mark, ..])
            throw new ServerErrorException(ServerError.Read(Packet));

        // A field of 16 MB begins with the same byte; then the packet is at least as large.
        if (Packet is not [EndMark, ..] || Packet.Length >= Wire.Full)
            return false;

        End(classicEof);
        return true;
    }

    /// <summary>Gives up the rest of the answer, and the connection that it would still come through.</summary>
    public async ValueTask Abandon()
    {
        HasFailed = true;
        await connection.Abort();
    }

    /// <summary>What to throw for a failure; nothing but a refused statement leaves the connection of any use.</summary>
    public async ValueTask<Exception> Ended(Exception failure)
    {
        HasFailed = true;
        if (failure is ServerErrorException { Error: { EndsSession: false } error })
            return MySqlFailure.Refused(connection.Address, sql, error);

        await connection.Abort();
        return failure is ServerErrorException or IOException or InvalidDataException
            ? MySqlFailure.Lost(connection.Address, sql, Rows, Bytes, failure)
            : failure;
    }

    int FieldCount()
    {
        switch (Packet)
        {
            case [ServerError.Mark, ..]:
                throw new ServerErrorException(ServerError.Read(Packet));
            case [LocalFile, ..]:
                throw new InvalidDataException("it asked for a file of this machine");
            case [0x00, ..]:
                End(classicEof: false);
                return 0;
            default:
                return (int)Math.Min(new Payload(Packet).Length(), ushort.MaxValue);
        }
    }

    /// <summary>The status flags stand behind the number of warnings, or in the newer form behind two counts.</summary>
    void End(bool classicEof)
    {
        var payload = new Payload(Packet[1..]);
        if (classicEof)
            payload.UInt16();
        else
            _ = (payload.Length(), payload.Length());

        if ((payload.UInt16() & MoreResults) != 0)
            throw new InvalidDataException("it announced a second result, where one is read");

        HasEnded = true;
        wire.Shrink();
    }
}
