using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Schema.Import;

/// <summary>128 bits over the bytes of one row: two lanes of folded 64-bit multiplications. It tells accidents apart, not adversaries.</summary>
static class RowHash
{
    const ulong K0 = 0xa0761d6478bd642f;
    const ulong K1 = 0xe7037ed1a0b428db;
    const ulong K2 = 0x8ebc6af09c88c6e3;
    const ulong K3 = 0x589965cc75374cc3;

    public static UInt128 Of(ReadOnlySpan<byte> bytes)
    {
        var (high, low) = (K0 ^ (ulong)bytes.Length, K2);
        var rest = bytes;
        for (; rest.Length >= 16; rest = rest[16..])
            Mix(ref high, ref low, BinaryPrimitives.ReadUInt64LittleEndian(rest), BinaryPrimitives.ReadUInt64LittleEndian(rest[8..]));

        if (!rest.IsEmpty)
        {
            Span<byte> last = stackalloc byte[16];
            last.Clear();
            rest.CopyTo(last);
            Mix(ref high, ref low, BinaryPrimitives.ReadUInt64LittleEndian(last), BinaryPrimitives.ReadUInt64LittleEndian(last[8..]));
        }

        return new UInt128(Fold(high ^ K3, low ^ K1), Fold(low ^ K0, high ^ K2 ^ (ulong)bytes.Length));
    }

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
