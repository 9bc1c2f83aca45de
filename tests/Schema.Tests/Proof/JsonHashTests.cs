using System.Text;
using Schema.Import;

namespace Schema.Tests.Proof;

public class JsonHashTests
{
    /// <summary>Digests stand in ledgers: it never changes.</summary>
    [Fact]
    public void Golden_vector() => Assert.Equal("7c69ca4755a7008a07f5d8f3cbeafb84", Hash("""{"a":[1.50,null,true,"é"],"b":{}}""").ToString("x32", null));

    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{ "b": 2.0, "a": 1e0 }""")]
    [InlineData("""{"a":1,"a":2}""", """{"a":2}""")]
    [InlineData("\"\\u00e9\\/\"", "\"é/\"")]
    [InlineData("-0.0", "0")]
    [InlineData("1500e-2", "15")]
    public void Equal_values_have_equal_hashes(string left, string right) => Assert.Equal(Hash(left), Hash(right));

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(100_000)]
    public void Escapes_do_not_count_however_long_the_text(int length)
    {
        var plain = string.Concat(Enumerable.Repeat("é\u20ac", length));

        Assert.Equal(Hash($"\"{plain}/\""), Hash($"\"{plain}\\u002f\""));
        Assert.NotEqual(Hash($"\"{plain}/\""), Hash($"\"{plain}\\u002e\""));
    }

    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{"a":2,"b":1}""")]
    [InlineData("[1,2]", "[2,1]")]
    [InlineData("[[1],2]", "[1,[2]]")]
    [InlineData("\"1\"", "1")]
    [InlineData("null", "false")]
    [InlineData("{}", "[]")]
    [InlineData("10", "1")]
    [InlineData("-1", "1")]
    public void Other_values_have_other_hashes(string left, string right) => Assert.NotEqual(Hash(left), Hash(right));

    static UInt128 Hash(string json) => JsonHash.Of(Encoding.UTF8.GetBytes(json));
}
