namespace Schema.Import;

/// <summary>What stands before and after the rows of a COPY in binary.</summary>
static class BinaryCopy
{
    /// <summary>Signature, flags and the length of an extension that nobody uses.</summary>
    public static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xff, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];

    public static readonly byte[] Trailer = [0xff, 0xff];
}
