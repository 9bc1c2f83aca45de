using Schema.Migrations;

namespace Schema.Tests.Legacy.School;

public class SchoolPhoneTests
{
    [Theory]
    [InlineData("0712345678")]
    [InlineData("254712345678")]
    [InlineData("+254712345678")]
    [InlineData("712345678")]
    [InlineData("0712 345 678")]
    [InlineData(" 0712-345-678 ")]
    [InlineData("+254-712-345678")]
    [InlineData("(0712) 345.678")]
    [InlineData("+254 (0) 712 345 678")]
    [InlineData("2540712345678")]
    [InlineData("00254712345678")]
    [InlineData("000254712345678")]
    [InlineData("0712\u00a0345\u00a0678")]
    [InlineData("0712\u2013345\u2011678")]
    [InlineData("\u202a+254 712 345678\u202c")]
    [InlineData("0712345678\r\n")]
    public void One_number_is_one_however_it_was_typed(string text) =>
        Assert.Equal(new SchoolPhone("+254712345678", null), SchoolPhone.From(text, "Kenya"));

    [Theory]
    [InlineData("٠٧١٢٣٤٥٦٧٨")]
    [InlineData("0712٣45678")]
    [InlineData("０７１２３４５６７８")]
    [InlineData("071234567")]
    [InlineData("07123456789")]
    [InlineData("254712345")]
    [InlineData("25471234567")]
    [InlineData("+25471234567")]
    [InlineData("+2547123456789")]
    [InlineData("+0712345678")]
    [InlineData("00712345678")]
    [InlineData("0012345")]
    [InlineData("0712345678/0733445566")]
    [InlineData("0712345678 ext 2")]
    [InlineData("0712+345678")]
    [InlineData("++254712345678")]
    [InlineData("2.54712E+11")]
    [InlineData("+123456")]
    [InlineData("+7123456789012345")]
    [InlineData("256712345678")]
    [InlineData("0000000000")]
    [InlineData("+")]
    [InlineData("-")]
    [InlineData("n/a")]
    public void What_is_no_number_in_Kenya_is_kept_as_it_was(string text) =>
        Assert.Equal(new SchoolPhone(null, text), SchoolPhone.From(text, "Kenya"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\u00a0\u200b\ufeff")]
    public void Nothing_is_no_number_and_nothing_to_keep(string? text) =>
        Assert.Equal(new SchoolPhone(null, null), SchoolPhone.From(text, "Kenya"));

    [Theory]
    [InlineData("0712345678", " KENYA ", "+254712345678")]
    [InlineData("0712345678", "Uganda", "+256712345678")]
    [InlineData("256712345678", "Uganda", "+256712345678")]
    [InlineData("+254712345678", "Uganda", "+254712345678")]
    [InlineData("79123456", "Burundi", "+25779123456")]
    [InlineData("0803 123 4567", "Nigeria", "+2348031234567")]
    [InlineData("(415) 555-2671", "USA", "+14155552671")]
    [InlineData("+31 6 12345678", "Kenya", "+31612345678")]
    [InlineData("+44 20 7946 0958", null, "+442079460958")]
    public void The_schools_country_says_what_is_left_out(string text, string? country, string number) =>
        Assert.Equal(new SchoolPhone(number, null), SchoolPhone.From(text, country));

    [Theory]
    [InlineData("0712345678", null)]
    [InlineData("0712345678", "")]
    [InlineData("0712345678", "Atlantis")]
    [InlineData("254712345678", "Atlantis")]
    [InlineData("079123456", "Burundi")]
    public void Where_the_country_cannot_complete_it_nothing_is_invented(string text, string? country) =>
        Assert.Equal(new SchoolPhone(null, text), SchoolPhone.From(text, country));
}
