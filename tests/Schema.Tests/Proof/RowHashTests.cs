using Schema.Import;

namespace Schema.Tests.Proof;

public class RowHashTests
{
    [Fact]
    public void One_bit_anywhere_makes_another_hash()
    {
        var hashes = new HashSet<UInt128>();
        for (var length = 0; length <= 67; length++)
        {
            var bytes = new byte[length];
            hashes.Add(RowHash.Of(bytes));
            for (var bit = 0; bit < length * 8; bit++)
            {
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                hashes.Add(RowHash.Of(bytes));
                bytes[bit / 8] = 0;
            }
        }

        Assert.Equal(68 + (8 * 67 * 68 / 2), hashes.Count);
    }

    [Fact]
    public void About_half_of_the_bits_follow_one_bit()
    {
        var bytes = new byte[40];
        var before = RowHash.Of(bytes);
        bytes[20] ^= 1;

        Assert.InRange((int)UInt128.PopCount(before ^ RowHash.Of(bytes)), 40, 88);
    }
}
