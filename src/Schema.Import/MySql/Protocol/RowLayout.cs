namespace Schema.Import.MySql;

/// <summary>Where each field of the current row begins and how long it is; one set of numbers for all rows.</summary>
sealed class RowLayout(int fields)
{
    const byte Null = 0xfb;

    readonly int[] starts = new int[fields];
    readonly int[] lengths = new int[fields];

    public bool IsNull(int field) => lengths[field] < 0;

    public ReadOnlySpan<byte> Field(ReadOnlySpan<byte> row, int field) => row.Slice(starts[field], Math.Max(0, lengths[field]));

    public void Locate(ReadOnlySpan<byte> row)
    {
        var position = 0;
        for (var i = 0; i < starts.Length; i++)
        {
            if (position >= row.Length)
                throw Payload.Malformed("a row ends before its last field");

            // Nearly all fields are shorter than 251 bytes: one byte holds their length.
            var length = (int)row[position++];
            if (length >= Null)
                length = length == Null ? -1 : LongLength(row, ref position);

            (starts[i], lengths[i]) = (position, length);
            position += Math.Max(0, length);
        }

        if (position != row.Length)
            throw Payload.Malformed("a row does not end with its last field");
    }

    static int LongLength(ReadOnlySpan<byte> row, ref int position)
    {
        var payload = new Payload(row[(position - 1)..]);
        var length = payload.LengthPrefixed().Length;
        position = row.Length - payload.Rest.Length - length;
        return length;
    }
}
