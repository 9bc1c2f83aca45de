using System.Text;
using Schema.Import;

namespace Schema.Tests.Sources;

public class IsoTimeTests
{
    [Theory]
    [InlineData("2024-02-29 23:59:59.123456+01", "2024-02-29T22:59:59.1234560Z")]
    [InlineData("2024-02-29T23:59:59Z", "2024-02-29T23:59:59.0000000Z")]
    [InlineData("2024-02-29T23:59:59.5-03:30", "2024-03-01T03:29:59.5000000Z")]
    [InlineData("2024-02-29 23:59", "2024-02-29T23:59:00.0000000")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00.0000000")]
    [InlineData("2024-02-29 00:00:00.12345670", "2024-02-29T00:00:00.1234567")]
    public void A_time_is_read_to_its_last_place(string text, string expected)
    {
        Assert.True(IsoTime.TryDateTime(Encoding.UTF8.GetBytes(text), out var value));
        Assert.Equal(expected, value.ToString("O", null));
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2024-13-01")]
    [InlineData("2024-1-1")]
    [InlineData("29.02.2024")]
    [InlineData("2024-02-29 24:00:00")]
    [InlineData("2024-02-29 23:59:60")]
    [InlineData("2024-02-29 23:59:59.")]
    [InlineData("2024-02-29 23:59:59.12345678")]
    [InlineData("2024-02-29 23:59:59+15")]
    [InlineData("2024-02-29 23:59:59 UTC")]
    [InlineData("0001-01-01 00:00:00+01")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("")]
    public void What_is_no_such_time_is_not_read(string text) => Assert.False(IsoTime.TryDateTime(Encoding.UTF8.GetBytes(text), out _));
}
