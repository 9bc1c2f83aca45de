using Schema.Import;
using Schema.Migrations;

namespace Schema.Tests.Legacy.Plume;

public class PlumePeopleTests
{
    [Fact]
    public void A_registration_becomes_a_row_with_an_id_computed_from_its_own() =>
        Assert.Equal(
            new PlumePersonRow(new Guid("8bf9f63f-6b4e-833e-ab0e-ca295a007a42"), "pr-17", "Ada", "Lovelace", "Ada@Example.org", "ada@example.org"),
            Row(new LegacyPlumeUser("pr-17", "Ada", "Lovelace", " Ada@Example.org  ")));

    [Theory]
    [InlineData("lead ", "193b9c40-d68c-8972-9191-bc49a2522c3c")]
    [InlineData("lead", "a910fb99-19ca-8f6b-a534-9dad86717fd9")]
    [InlineData("1", "6f9fb234-df94-84c7-a4da-a85195577387")]
    [InlineData("01", "39e7c27b-e84e-839f-9f45-d26cff1b29da")]
    [InlineData("None", "71c012ed-2990-87f5-bb78-57bb8c1936e1")]
    [InlineData("o'brien\"\\", "abd1c3e6-cd4c-8715-a33f-d87dad882b3a")]
    [InlineData("\u00e9", "0475fda7-c866-8394-93b2-ac0e306ae22a")]
    [InlineData("e\u0301", "92ffad17-3640-87c2-8cd9-a7f6f9472848")]
    public void Ids_are_told_apart_by_their_bytes(string id, string person)
    {
        var row = Row(new LegacyPlumeUser(id, null, null, null));

        Assert.Equal((new Guid(person), id), (row.Id, row.ExternalId));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("", null, null)]
    [InlineData("   ", null, null)]
    [InlineData("ada@example.org", "ada@example.org", "ada@example.org")]
    [InlineData("  ADA@Example.ORG ", "ADA@Example.ORG", "ada@example.org")]
    [InlineData("\u00c9MILE@example.org", "\u00c9MILE@example.org", "\u00c9mile@example.org")]
    [InlineData("\tada@example.org", "\tada@example.org", "\tada@example.org")]
    [InlineData("n/a", "n/a", null)]
    [InlineData("@example.org", "@example.org", null)]
    [InlineData(" @example.org", "@example.org", null)]
    public void An_address_is_trimmed_and_compared_by_folding(string? given, string? email, string? address)
    {
        var row = Row(new LegacyPlumeUser("pr-17", null, null, given));

        Assert.Equal((email, address), (row.Email, row.Address));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("  Ada ", "None")]
    public void Names_are_taken_as_they_are(string? first, string? last)
    {
        var row = Row(new LegacyPlumeUser("pr-17", first, last, null));

        Assert.Equal((first, last), (row.FirstName, row.LastName));
    }

    [Fact]
    public void An_empty_id_is_rejected() =>
        Assert.Equal("user '' has an empty id", PlumePeople.From(new LegacyPlumeUser("", "Ada", null, null)).Reject!.ToString());

    [Theory]
    [InlineData(1300, true)]
    [InlineData(1301, false)]
    public void What_no_index_can_hold_is_rejected_by_key(int letters, bool taken)
    {
        var text = new string('é', letters);

        var id = PlumePeople.From(new LegacyPlumeUser(text, null, null, null)).Reject;
        var email = PlumePeople.From(new LegacyPlumeUser("pr-17", null, null, text)).Reject;

        Assert.Equal(taken ? null : new Reject("user", text, "has an id of more than 2,600 bytes"), id);
        Assert.Equal(taken ? null : new Reject("user", "pr-17", "has an e-mail of more than 2,600 bytes"), email);
    }

    static PlumePersonRow Row(LegacyPlumeUser old) => PlumePeople.From(old).Row!;
}
