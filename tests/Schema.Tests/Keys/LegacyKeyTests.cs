using Schema.Import;

namespace Schema.Tests.Keys;

public class LegacyKeyTests
{
    /// <summary>These ids stand in databases: neither side of a line ever changes.</summary>
    [Theory]
    [InlineData("plume", "user", "lead", "a910fb99-19ca-8f6b-a534-9dad86717fd9")]
    [InlineData("plume", "user", "lead ", "193b9c40-d68c-8972-9191-bc49a2522c3c")]
    [InlineData("plume", "user", "", "9389aa0e-2728-800f-8758-84960c3af963")]
    [InlineData("plume", "user", "\u00e9", "0475fda7-c866-8394-93b2-ac0e306ae22a")]
    [InlineData("plume", "user", "e\u0301", "92ffad17-3640-87c2-8cd9-a7f6f9472848")]
    [InlineData("plume", "user", "\U0001F600", "c5c9c449-a479-87fe-8c30-0c274171d09e")]
    [InlineData("schema", "role", "hacker", "89968684-c411-8635-8a97-c85f12a6c967")]
    [InlineData("qstack", "user", "7", "ae8263ed-9f32-8629-bdd6-5553eae5c73b")]
    [InlineData("a", "b:c", "d", "0c43cd34-9cf6-80d7-a09e-bb95007b8948")]
    [InlineData("a:b", "c", "d", "3a4e0828-4707-8fcb-840a-1987148ff202")]
    public void Golden_vectors(string system, string entity, string key, string id) =>
        Assert.Equal(Guid.Parse(id), new LegacyKey(system, entity).For(key));

    [Theory]
    [InlineData(7, "ae8263ed-9f32-8629-bdd6-5553eae5c73b")]
    [InlineData(-1, "b1e376e3-eba2-88aa-b3d7-be77ddca4f91")]
    [InlineData(long.MaxValue, "80962e8c-dd1c-8c80-9681-310f6f2a2c26")]
    [InlineData(long.MinValue, "4c711b35-bfe3-8059-b928-bd9df7d1f635")]
    public void An_integer_is_named_by_its_decimal_digits(long key, string id) =>
        Assert.Equal(Guid.Parse(id), new LegacyKey("qstack", "user").For(key));

    [Fact]
    public void A_uuid_is_named_by_its_lower_case_digits() =>
        Assert.Equal(
            Guid.Parse("8d6f3f2a-8e25-8062-b7f0-e656199d0ced"),
            new LegacyKey("school_v1", "user").For(Guid.Parse("0D9F2A54-5C0E-4C5A-9A0B-3D0B6A1F4E77")));

    [Fact]
    public void A_key_longer_than_the_stack_is_named_alike() =>
        Assert.Equal(Guid.Parse("ad65d17b-9fbf-88a5-bb17-4eb0bf1fbcfb"), new LegacyKey("plume", "user").For(new string('x', 2000)));

    [Fact]
    public void An_id_says_that_it_is_a_uuid_of_version_8()
    {
        var id = new LegacyKey("plume", "user").For("lead");

        Assert.Equal(8, id.Version);
        Assert.InRange(id.Variant, 8, 11);
    }

    [Fact]
    public void A_key_with_a_NUL_is_refused()
    {
        var refused = Assert.Throws<ArgumentException>(() => new LegacyKey("plume", "user").For("a\0b"));

        Assert.StartsWith("A legacy key holds a NUL character.", refused.Message);
    }

    [Fact]
    public void A_key_with_half_a_surrogate_pair_is_refused()
    {
        var refused = Assert.Throws<ArgumentException>(() => new LegacyKey("plume", "user").For("a\ud83d"));

        Assert.StartsWith("A legacy key is not valid Unicode: it holds half of a surrogate pair.", refused.Message);
    }

    [Fact]
    public void Naming_allocates_nothing()
    {
        var key = new LegacyKey("plume", "user");
        key.For(1);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1000; i++)
            key.For(i);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_key_that_would_steer_a_terminal_is_shown_by_signs() =>
        Assert.Equal("user a␊b␛[2J has an empty name", new LegacyKey("plume", "user").Reject("a\nb\u001b[2J", "has an empty name").ToString());

    [Fact]
    public void A_reject_names_the_row_by_entity_and_key() =>
        Assert.Equal("grower 17 has no e-mail address", new LegacyKey("orchard", "grower").Reject(17, "has no e-mail address").ToString());
}
