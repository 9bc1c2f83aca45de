using Schema.Migrations;

namespace Schema.Tests.Legacy.School;

public class SchoolPersonNameTests
{
    [Theory]
    [InlineData(" Ann ", null, "Kamau\u00a0", "Ann", null, "Kamau")]
    [InlineData("Ann", "\u200bWanjirũ\t", "Kamau", "Ann", "Wanjirũ", "Kamau")]
    [InlineData("Mary Ann", "", "Kamau", "Mary Ann", null, "Kamau")]
    [InlineData("Ann", "  ", " \u00a0\ufeff", "Ann", null, null)]
    [InlineData(null, null, "Kamau", null, null, "Kamau")]
    [InlineData("", "", "", null, null, null)]
    [InlineData("İpek", null, "Işık", "İpek", null, "Işık")]
    [InlineData("\u0627\u0645\u06cc\u0631\u200c\u062d\u0633\u06cc\u0646", null, "X", "\u0627\u0645\u06cc\u0631\u200c\u062d\u0633\u06cc\u0646", null, "X")]
    public void Names_are_trimmed_and_empty_ones_are_none(string? first, string? middle, string? last, string? wantFirst, string? wantMiddle, string? wantLast) =>
        Assert.Equal(new SchoolPersonName(wantFirst, wantMiddle, wantLast), SchoolPersonName.From(first, middle, last));

    [Theory]
    [InlineData("Ann Kamau", "", "", "Ann", null, "Kamau")]
    [InlineData("  Ann   Wanjiru  Kamau ", null, " ", "Ann", "Wanjiru", "Kamau")]
    [InlineData("Ann\u00a0Kamau", null, null, "Ann", null, "Kamau")]
    [InlineData("", "Ann Wanjiru Kamau", null, "Ann", "Wanjiru", "Kamau")]
    [InlineData(null, null, "Ann Wanjiru wa Kamau", "Ann", "Wanjiru wa", "Kamau")]
    [InlineData("O'Brien-Otieno", null, null, "O'Brien-Otieno", null, null)]
    public void A_full_name_in_one_field_is_split(string? first, string? middle, string? last, string? wantFirst, string? wantMiddle, string? wantLast) =>
        Assert.Equal(new SchoolPersonName(wantFirst, wantMiddle, wantLast), SchoolPersonName.From(first, middle, last));

    [Theory]
    [InlineData("Ann Wanjiru", null, "Kamau")]
    [InlineData("Ann Wanjiru", "Njeri", null)]
    public void Where_two_fields_are_filled_neither_is_split(string first, string? middle, string? last) =>
        Assert.Equal(new SchoolPersonName(first, middle, last), SchoolPersonName.From(first, middle, last));
}
