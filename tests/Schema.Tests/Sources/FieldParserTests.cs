using System.Text;
using Schema.Import;

namespace Schema.Tests.Sources;

public class FieldParserTests
{
    [Theory]
    [InlineData("12.50", "12.50")]
    [InlineData("-0.0000000000000000000000000001", "-0.0000000000000000000000000001")]
    [InlineData("9999999999999999999999999999", "9999999999999999999999999999")]
    [InlineData("0.12345678901234567890123456789", null)]
    [InlineData("1.00000000000000000000000000001", null)]
    [InlineData("1,5", null)]
    [InlineData("1e5", null)]
    [InlineData("", null)]
    public void A_decimal_is_read_only_when_no_digit_is_lost(string text, string? expected) =>
        Assert.Equal(expected, FieldParser<decimal>.Try(Encoding.UTF8.GetBytes(text), out var value) ? value.ToString(null, null) : null);

    [Theory]
    [InlineData("-1.5e3", "-1500")]
    [InlineData("0e9", "0")]
    [InlineData("4.9e-324", "5E-324")]
    [InlineData("-Infinity", "-Infinity")]
    [InlineData("NaN", "NaN")]
    [InlineData("1e400", null)]
    [InlineData("-1e400", null)]
    [InlineData("1e-400", null)]
    [InlineData(" 1", null)]
    [InlineData("1,000", null)]
    public void A_number_beyond_the_type_never_becomes_infinite_or_zero(string text, string? expected) =>
        Assert.Equal(expected, FieldParser<double>.Try(Encoding.UTF8.GetBytes(text), out var value) ? value.ToString(null, null) : null);

    [Fact]
    public void Nor_does_one_beyond_a_smaller_type() => Assert.False(FieldParser<float>.Try("1e39"u8, out _));

    [Theory]
    [InlineData("t", true)]
    [InlineData("TRUE", true)]
    [InlineData("1", true)]
    [InlineData("f", false)]
    [InlineData("no", false)]
    [InlineData("0", false)]
    [InlineData("10", null)]
    [InlineData("maybe", null)]
    public void A_truth_has_few_names(string text, bool? expected) =>
        Assert.Equal(expected, FieldParser<bool>.Try(Encoding.UTF8.GetBytes(text), out var value) ? value : null);

    [Theory]
    [InlineData("0d9f2a54-5c0e-4c5a-9a0b-3d0b6a1f4e77", true)]
    [InlineData("0D9F2A545C0E4C5A9A0B3D0B6A1F4E77", false)]
    [InlineData("0d9f2a54-5c0e-4c5a-9a0b-3d0b6a1f4e77 ", false)]
    public void A_uuid_has_one_form(string text, bool expected) =>
        Assert.Equal(expected, FieldParser<Guid>.Try(Encoding.UTF8.GetBytes(text), out _));
}
