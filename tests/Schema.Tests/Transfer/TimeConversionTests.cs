using System.Text;
using Schema.Import.Transfer;

namespace Schema.Tests.Transfer;

/// <summary>A file may hold anything; what is no time must not be sent as the number that its characters happen to make.</summary>
public class TimeConversionTests
{
    [Theory]
    [InlineData("00:00:00", null)]
    [InlineData("23:59:59.999999", null)]
    [InlineData("24:00:00", null)]
    [InlineData("24:00:00.5", "is no time of a day")]
    [InlineData("24:00:01", "is no time of a day")]
    [InlineData("12:99:00", "is no time of a day")]
    [InlineData("12:00:60", "is no time of a day")]
    [InlineData("0x:zz:zz", "is no time of a day")]
    [InlineData("12:00:00.", "is no time of a day")]
    [InlineData("12:00", "is no time of a day")]
    [InlineData("", "is no time of a day")]
    public void A_time_of_day_has_one_form(string text, string? refusal) =>
        Assert.Equal(refusal, new TimeConversion(6, isInterval: false).Check(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("-838:59:59.000001", null)]
    [InlineData("26:00:00", null)]
    [InlineData("1:00:00", "is no length of time")]
    [InlineData("26:60:00", "is no length of time")]
    [InlineData("--26:00:00", "is no length of time")]
    [InlineData("1 day", "is no length of time")]
    public void A_length_of_time_has_one_form(string text, string? refusal) =>
        Assert.Equal(refusal, new TimeConversion(6, isInterval: true).Check(Encoding.UTF8.GetBytes(text)));
}
