using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Schema.Import.Transfer;

/// <summary>PostgreSQL's own <c>hashtextextended</c> (Bob Jenkins' lookup3), so that the server can add up rows that it does not send.</summary>
static class ServerHash
{
    const int BlockSize = 12;

    public static ulong Of(ReadOnlySpan<byte> text, ulong seed)
    {
        var a = unchecked(0x9e3779b9 + (uint)text.Length + 3923095);
        var (b, c) = (a, a);
        if (seed != 0)
        {
            a += (uint)(seed >> 32);
            b += (uint)seed;
            Mix(ref a, ref b, ref c);
        }

        // As words of four bytes the text's bounds are looked at once, not three times for each block.
        var words = MemoryMarshal.Cast<byte, uint>(text[..(text.Length / BlockSize * BlockSize)]);
        for (; words.Length >= 3; words = words[3..])
        {
            a += LittleEndian(words[0]);
            b += LittleEndian(words[1]);
            c += LittleEndian(words[2]);
            Mix(ref a, ref b, ref c);
        }

        Rest(text[(text.Length / BlockSize * BlockSize)..], ref a, ref b, ref c);
        return ((ulong)b << 32) | c;
    }

    static uint LittleEndian(uint word) => BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);

    /// <summary>The lowest byte of the last word is the length's.</summary>
    static void Rest(ReadOnlySpan<byte> text, ref uint a, ref uint b, ref uint c)
    {
        Span<byte> block = stackalloc byte[BlockSize + 1];
        block.Clear();
        text[..Math.Min(8, text.Length)].CopyTo(block);
        if (text.Length > 8)
            text[8..].CopyTo(block[9..]);

        a += BinaryPrimitives.ReadUInt32LittleEndian(block);
        b += BinaryPrimitives.ReadUInt32LittleEndian(block[4..]);
        c += BinaryPrimitives.ReadUInt32LittleEndian(block[8..]);
        Finish(ref a, ref b, ref c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Mix(ref uint a, ref uint b, ref uint c)
    {
        a = (a - c) ^ BitOperations.RotateLeft(c, 4);
        c += b;
        b = (b - a) ^ BitOperations.RotateLeft(a, 6);
        a += c;
        c = (c - b) ^ BitOperations.RotateLeft(b, 8);
        b += a;
        a = (a - c) ^ BitOperations.RotateLeft(c, 16);
        c += b;
        b = (b - a) ^ BitOperations.RotateLeft(a, 19);
        a += c;
        c = (c - b) ^ BitOperations.RotateLeft(b, 4);
        b += a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Finish(ref uint a, ref uint b, ref uint c)
    {
        c = (c ^ b) - BitOperations.RotateLeft(b, 14);
        a = (a ^ c) - BitOperations.RotateLeft(c, 11);
        b = (b ^ a) - BitOperations.RotateLeft(a, 25);
        c = (c ^ b) - BitOperations.RotateLeft(b, 16);
        a = (a ^ c) - BitOperations.RotateLeft(c, 4);
        b = (b ^ a) - BitOperations.RotateLeft(a, 14);
        c = (c ^ b) - BitOperations.RotateLeft(b, 24);
    }
}
