using System.Text;
using Schema.Import;
using Schema.Import.Transfer;
using Schema.Tests.MySql;

namespace Schema.Tests.Transfer;

public class PackedBytesTests
{
    const string File = "id,a,words,b\n1,\\x,\"x\"\"y,\nz\",\\x2222\n2,,,\n\"3\",\\x222c0a,\\x22,\\xFF00\n";

    [Fact]
    public async Task Bytes_stand_between_quotes_wherever_the_file_is_cut()
    {
        var expected = Encoding.Latin1.GetBytes(
            "id,a,words,b\n1,\"\",\"x\"\"y,\nz\",\"\"\"\"\"\"\n2,,,\n\"3\",\"\"\",\n\",\\x22,\"\u00ff\0\"\n");

        for (var cut = 1; cut < File.Length; cut++)
            Assert.Equal(expected, await Read(File, position => position < cut ? cut : int.MaxValue));
        Assert.Equal(expected, await Read(File, position => position + 1));
    }

    [Fact]
    public async Task A_large_value_is_the_same_bytes()
    {
        var bytes = new byte[300_001];
        new Random(7).NextBytes(bytes);
        await using var records = new CsvRecords(Packed($"id,a,words,b\n1,\\x{Convert.ToHexStringLower(bytes)},x,\\x00\n", _ => int.MaxValue), "one.csv", (byte)',');

        Assert.True(await records.Read(default) && await records.Read(default));
        Assert.Equal(bytes, records[1].ToArray());
        Assert.Equal([0], records[3].ToArray());
    }

    [Theory]
    [InlineData("id,a,words,b\n1,\\x0,x,\n")]
    [InlineData("id,a,words,b\n1,\\x0g,x,\n")]
    [InlineData("id,a,words,b\n1,00,x,\n")]
    [InlineData("id,a,words,b\n1,\\")]
    public async Task What_is_not_in_hexadecimal_digits_is_refused(string text)
    {
        var refused = await Assert.ThrowsAsync<SchemaException>(() => Read(text, position => position + 1));

        Assert.Equal(@"one.csv: a holds bytes that are not written as \x and hexadecimal digits.", refused.Message);
    }

    static PackedBytes Packed(string text, Func<int, int> nextCut) => new(
        new ReplayedStream(Encoding.UTF8.GetBytes(text), nextCut), "one.csv", [Column("id", SourceKind.Integer), Column("a", SourceKind.Bytes), Column("words", SourceKind.Text), Column("b", SourceKind.Bytes)]);

    static SourceColumn Column(string name, SourceKind kind) => new(name, new(kind, ""), true, name);

    static async Task<byte[]> Read(string text, Func<int, int> nextCut)
    {
        var whole = new MemoryStream();
        await Packed(text, nextCut).CopyToAsync(whole);
        return whole.ToArray();
    }
}
