using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Schema.Import;

/// <summary>128 bits over the bytes of one row: two lanes of folded 64-bit multiplications. It tells accidents apart, not adversaries.</summary>
static class RowHash
{
    const int BlockSize = 16;
    const ulong K0 = 0xa0761d6478bd642f;
    const ulong K1 = 0xe7037ed1a0b428db;
    const ulong K2 = 0x8ebc6af09c88c6e3;
    const ulong K3 = 0x589965cc75374cc3;

    public static UInt128 Of(ReadOnlySpan<byte> bytes) => Rest(K0 ^ (ulong)bytes.Length, K2, bytes, bytes.Length);

    /// <summary>The same of one byte and those behind it, which nobody has to put in a row.</summary>
    public static UInt128 Of(byte first, ReadOnlySpan<byte> others)
    {
        Span<byte> block = stackalloc byte[BlockSize];
        block[0] = first;
        var fitting = Math.Min(others.Length, BlockSize - 1);
        others[..fitting].CopyTo(block[1..]);
        if (fitting < BlockSize - 1)
            return Of(block[..(fitting + 1)]);

        var length = others.Length + 1;
        var (high, low) = (K0 ^ (ulong)length, K2);
        Mix(ref high, ref low, block);
        return Rest(high, low, others[fitting..], length);
    }

    static UInt128 Rest(ulong high, ulong low, ReadOnlySpan<byte> rest, int length)
    {
        for (; rest.Length >= BlockSize; rest = rest[BlockSize..])
            Mix(ref high, ref low, rest);

        if (!rest.IsEmpty)
        {
            Span<byte> last = stackalloc byte[BlockSize];
            last.Clear();
            rest.CopyTo(last);
            Mix(ref high, ref low, last);
        }

        return new UInt128(Fold(high ^ K3, low ^ K1), Fold(low ^ K0, high ^ K2 ^ (ulong)length));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Mix(ref ulong high, ref ulong low, ReadOnlySpan<byte> block) =>
        Mix(ref high, ref low, BinaryPrimitives.ReadUInt64LittleEndian(block), BinaryPrimitives.ReadUInt64LittleEndian(block[8..]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Mix(ref ulong high, ref ulong low, ulong first, ulong second)
    {
        (high, low) = (Fold(first ^ K1 ^ high, second ^ K0), Fold(first ^ K3, second ^ K2 ^ low) + high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }
}
