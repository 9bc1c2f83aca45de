using Schema.Migrations;

namespace Schema.Tests.Legacy.School;

public class SchoolAddressTests
{
    [Theory]
    [InlineData("Ngong Road, P.O. Box 123-00100, Nairobi", "Ngong Road", "123", "00100", "Nairobi")]
    [InlineData("P.O BOX 30, 00200 Nairobi, Kenya", null, "30", "00200", "Nairobi")]
    [InlineData("PO Box 1234 – 40100 Kisumu.", null, "1234", "40100", "Kisumu")]
    [InlineData("Box No. 7\r\nEldoret", null, "7", null, "Eldoret")]
    [InlineData("Ngong Road, Karen, Nairobi, Kenya", "Ngong Road", null, null, "Karen")]
    [InlineData("Ngong Road,\u00a0Nairobi", "Ngong Road", null, null, "Nairobi")]
    [InlineData("Moi Avenue 12, 2nd floor; Mombasa", "Moi Avenue 12, 2nd floor", null, null, "Mombasa")]
    [InlineData("Ngong Road", "Ngong Road", null, null, null)]
    [InlineData("Boxing Lane 12", "Boxing Lane 12", null, null, null)]
    [InlineData("P.O. Box ١٢٣, Nairobi", "P.O. Box ١٢٣", null, null, "Nairobi")]
    [InlineData(" \u200b ", null, null, null, null)]
    [InlineData(null, null, null, null, null)]
    public void An_address_is_taken_apart(string? text, string? street, string? box, string? code, string? town) =>
        Assert.Equal(new SchoolAddress(street, box, code, town), SchoolAddress.From(text, "Nairobi", "Kenya"));

    [Fact]
    public void The_schools_own_county_and_country_are_not_repeated() =>
        Assert.Equal(
            new SchoolAddress("Main Street", "9", null, "Kikuyu"),
            SchoolAddress.From("Main Street, P.O. Box 9, Kikuyu, KIAMBU COUNTY, kenya", "Kiambu", "Kenya"));
}
