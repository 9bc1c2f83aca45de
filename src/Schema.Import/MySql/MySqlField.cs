namespace Schema.Import.MySql;

/// <summary>One field of a result as the server describes it.</summary>
public sealed record MySqlField(string Name, MySqlType Type, int CharacterSet, uint Length, MySqlFlags Flags, byte Decimals)
{
    const int Binary = 63;

    /// <summary>Bytes that are no text: blobs and binary strings, but also numbers and times.</summary>
    public bool IsBinary => CharacterSet == Binary;

    internal static MySqlField Read(ReadOnlySpan<byte> packet)
    {
        var payload = new Payload(packet);
        for (var i = 0; i < 4; i++) // catalogue, schema, table, original table
            payload.LengthPrefixed();

        var name = payload.Text();
        payload.LengthPrefixed(); // original name
        payload.Byte();
        var characterSet = payload.UInt16();
        var length = payload.UInt32();
        var type = (MySqlType)payload.Byte();
        var flags = (MySqlFlags)payload.UInt16();
        return new MySqlField(name, type, characterSet, length, flags, payload.Byte());
    }
}
