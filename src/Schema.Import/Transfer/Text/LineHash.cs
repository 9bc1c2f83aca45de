using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Schema.Import.Transfer;

/// <summary>The hash of one line that arrives in pieces, however they are cut.</summary>
struct LineHash
{
    Block pending;
    int waiting;
    ulong high, low, length;

    public void Add(ReadOnlySpan<byte> piece)
    {
        length += (ulong)piece.Length;
        if (waiting > 0)
        {
            Span<byte> block = pending;
            var taken = Math.Min(Block.Size - waiting, piece.Length);
            piece[..taken].CopyTo(block[waiting..]);
            waiting += taken;
            piece = piece[taken..];
            if (waiting < Block.Size)
                return;

            Mix(block);
        }

        for (; piece.Length >= Block.Size; piece = piece[Block.Size..])
            Mix(piece);

        piece.CopyTo(pending);
        waiting = piece.Length;
    }

    /// <summary>The hash of all that was added; more may follow.</summary>
    public readonly UInt128 Sum()
    {
        Span<byte> rest = stackalloc byte[3 * sizeof(ulong) + Block.Size];
        rest.Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(rest, high);
        BinaryPrimitives.WriteUInt64LittleEndian(rest[8..], low);
        BinaryPrimitives.WriteUInt64LittleEndian(rest[16..], length);
        ((ReadOnlySpan<byte>)pending)[..waiting].CopyTo(rest[24..]);

        return RowHash.Of(rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Mix(ReadOnlySpan<byte> block) => RowHash.Mix(
        ref high, ref low, BinaryPrimitives.ReadUInt64LittleEndian(block), BinaryPrimitives.ReadUInt64LittleEndian(block[8..]));

    [InlineArray(Size)]
    struct Block
    {
        public const int Size = 16;

        byte first;
    }
}
