namespace Schema.Import.Transfer;

/// <summary>Bytes that arrive in pieces. Pages that are never written to take no memory; an array that grows step by step is there twice at each of them.</summary>
sealed class GrowingBytes
{
    const int Large = 1 << 20;
    const int Roomy = 1 << 28;

    byte[] bytes = [];
    int length;

    public bool IsEmpty => length == 0;

    public Span<byte> Bytes => bytes.AsSpan(0, length);

    public void Add(ReadOnlySpan<byte> piece)
    {
        var needed = checked(length + piece.Length);
        if (needed > bytes.Length)
        {
            var larger = GC.AllocateUninitializedArray<byte>((int)Math.Min(Math.Max(2L * needed, needed < Large ? 0 : Roomy), Array.MaxLength));
            Bytes.CopyTo(larger);
            bytes = larger;
        }

        piece.CopyTo(bytes.AsSpan(length));
        length = needed;
    }

    public void Clear() => length = 0;
}
