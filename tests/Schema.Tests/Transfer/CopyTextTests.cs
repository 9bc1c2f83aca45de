using System.Text;
using Schema.Import.Transfer;

namespace Schema.Tests.Transfer;

public class CopyTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData(@"\N", @"\\N")]
    [InlineData("a\tb\nc\rd\be\ff\vg\\h", @"a\tb\nc\rd\be\ff\vg\\h")]
    [InlineData("\u0001grün😀\n", "\u0001grün😀\\n")]
    public void Escapes_go_in_and_out(string value, string escaped)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        var line = new byte[2 * bytes.Length];

        var length = CopyText.Escape(bytes, line);
        Assert.Equal(escaped, Encoding.UTF8.GetString(line, 0, length));
        Assert.Equal(value, Encoding.UTF8.GetString(line, 0, CopyText.Unescape(line.AsSpan(0, length))));
    }

    [Fact]
    public void A_hash_is_the_same_however_the_line_is_cut()
    {
        var line = Enumerable.Range(0, 100).Select(number => (byte)number).ToArray();
        var whole = default(LineHash);
        whole.Add(line);

        for (var cut = 0; cut <= line.Length; cut++)
        {
            var pieces = default(LineHash);
            pieces.Add(line.AsSpan(0, cut / 2));
            pieces.Add(line.AsSpan(cut / 2, cut - cut / 2));
            pieces.Add(line.AsSpan(cut));
            Assert.Equal(whole.Sum(), pieces.Sum());
        }
    }

    [Fact]
    public void Lines_that_differ_in_a_byte_or_their_length_have_other_hashes()
    {
        var line = new byte[48];
        var sums = new HashSet<UInt128>();
        for (var length = 0; length <= line.Length; length++)
            sums.Add(Sum(line.AsSpan(0, length)));
        for (var at = 0; at < line.Length; at++)
        {
            line[at] = 1;
            sums.Add(Sum(line));
            line[at] = 0;
        }

        Assert.Equal(2 * line.Length + 1, sums.Count);
    }

    static UInt128 Sum(ReadOnlySpan<byte> line)
    {
        var hash = default(LineHash);
        hash.Add(line);
        return hash.Sum();
    }
}
