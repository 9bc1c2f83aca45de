using Schema.Import;
using Schema.Migrations;

namespace Schema.Tests.Legacy.School;

public class SchoolEmailTests
{
    [Theory]
    [InlineData("ann@example.org", "ann@example.org")]
    [InlineData("  Ann@Example.ORG ", "Ann@Example.ORG")]
    [InlineData("ann+teacher1@x.org", "ann+teacher1@x.org")]
    [InlineData("o'brien@x.co.ke", "o'brien@x.co.ke")]
    [InlineData("ann@yahoo.co.uk", "ann@yahoo.co.uk")]
    [InlineData("ann@mygmail.co", "ann@mygmail.co")]
    [InlineData("İPEK@x.org", "İPEK@x.org")]
    [InlineData("émile@école.fr", "émile@école.fr")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234@x.org", "1234567890123456789012345678901234567890123456789012345678901234@x.org")]
    public void A_valid_address_is_kept_as_it_is_spelt(string text, string address) =>
        Assert.Equal(new SchoolEmail(address, EmailOrigin.Original), SchoolEmail.From(text));

    [Theory]
    [InlineData("Ann@Gmail.co", "ann@gmail.com")]
    [InlineData("ann@yahoo.co", "ann@yahoo.com")]
    [InlineData("ann@gmail", "ann@gmail.com")]
    [InlineData("Ann@School", "ann@school.com")]
    [InlineData("ann@@example.org", "ann@example.org")]
    [InlineData("ann@@@gmail.co", "ann@gmail.com")]
    [InlineData("ann smith @ example.org", "annsmith@example.org")]
    [InlineData("\tann@example.org", "ann@example.org")]
    [InlineData("ann\u00a0@example.org", "ann@example.org")]
    [InlineData("\u200bann@exam\u200bple.org\ufeff", "ann@example.org")]
    [InlineData("ann@gmail.co\n", "ann@gmail.com")]
    [InlineData("İPEK @x.org", "İpek@x.org")]
    public void A_repaired_address_says_that_it_is_one(string text, string address) =>
        Assert.Equal(new SchoolEmail(address, EmailOrigin.Repaired), SchoolEmail.From(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("n/a")]
    [InlineData("ann")]
    [InlineData("@example.org")]
    [InlineData("ann@")]
    [InlineData("ann@@")]
    [InlineData("ann@x@example.org")]
    [InlineData("ann..smith@example.org")]
    [InlineData(".ann@example.org")]
    [InlineData("ann.@example.org")]
    [InlineData("ann@example..org")]
    [InlineData("ann@example.org.")]
    [InlineData("ann@.org")]
    [InlineData("ann@-example.org")]
    [InlineData("ann@example,org")]
    [InlineData("Ann <ann@example.org>")]
    [InlineData("ann@x.org, ben@x.org")]
    [InlineData("ann@192.168.0.1")]
    [InlineData("mailto:ann@example.org")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345@x.org")]
    public void What_cannot_be_repaired_is_none(string? text) =>
        Assert.Equal(new SchoolEmail(null, EmailOrigin.None), SchoolEmail.From(text));

    [Theory]
    [InlineData("Ann Mary", "Kamau", "annmary.kamau.8bf9f63f6b4e@people.example.org")]
    [InlineData("İpek", "O'Brien", "pek.obrien.8bf9f63f6b4e@people.example.org")]
    [InlineData(null, "أمير", "8bf9f63f6b4e@people.example.org")]
    public void An_address_is_generated_from_the_names_and_the_id(string? first, string? last, string address) =>
        Assert.Equal(
            (address, true),
            (GeneratedEmail.For(new Guid("8bf9f63f-6b4e-833e-ab0e-ca295a007a42"), first, last, GeneratedEmail.Domain(" People.Example.org ")), SchoolEmail.IsAddress(address)));

    [Theory]
    [InlineData("")]
    [InlineData("example")]
    [InlineData("@example.org")]
    [InlineData("exa mple.org")]
    public void A_domain_that_cannot_hold_addresses_is_refused(string setting)
    {
        var refused = Assert.Throws<SchemaException>(() => GeneratedEmail.Domain(setting));

        Assert.Equal(
            (ExitCode.Usage, $"LEGACY_SCHOOL_EMAIL_DOMAIN is '{setting}', a domain such as people.example.org is expected."),
            (refused.Exit, refused.Message));
    }
}
