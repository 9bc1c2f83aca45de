using Schema.Import;

namespace Schema.Tests.Proof;

public class RowHashTests
{
    /// <summary>Digests stand in ledgers: neither side of a line ever changes.</summary>
    [Theory]
    [InlineData("", "f9e7e304b65a8802c8301a025f29ff78")]
    [InlineData("a", "a8023332ba39dc8eb3fde3085cdbccc8")]
    [InlineData("sixteen bytes ..", "adc5f7dfe689236ed94dd36e5d5e90ff")]
    [InlineData("more than sixteen bytes", "0d06f27ec1595ce847a4ef941cc2e77f")]
    public void Golden_vectors(string text, string hash) =>
        Assert.Equal(hash, RowHash.Of(System.Text.Encoding.ASCII.GetBytes(text)).ToString("x32", null));

    [Fact]
    public void A_byte_and_those_behind_it_have_the_hash_of_all_in_a_row()
    {
        byte[] all = [.. Enumerable.Range(1, 67).Select(number => (byte)number)];

        for (var length = 1; length <= all.Length; length++)
            Assert.Equal(RowHash.Of(all.AsSpan(0, length)), RowHash.Of(all[0], all.AsSpan(1, length - 1)));
    }

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
