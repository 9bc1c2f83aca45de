using Schema.Import;
using Schema.Tests.Imports;

namespace Schema.Tests.Copy;

/// <summary>What a column would round, cut or refuse is found before it is sent.</summary>
public class RefusedValueTests
{
    [Theory]
    [InlineData("varchar(3)", "abcd", "(character varying(3)) has 4 characters, varchar(3) holds 3")]
    [InlineData("varchar(3)", "a\U0001F600bc", "(character varying(3)) has 4 characters, varchar(3) holds 3")]
    [InlineData("varchar(3)", "a\U0001F600b", null)]
    [InlineData("char(3)", "abcd", "(character(3)) has 4 characters, char(3) holds 3")]
    [InlineData("text", "a\0b", "(text) holds a NUL character, which text cannot")]
    [InlineData("json", "{a:1}", "(json) is not valid JSON")]
    [InlineData("jsonb", "[1,]", "(jsonb) is not valid JSON")]
    [InlineData("jsonb", "", "(jsonb) is not valid JSON")]
    [InlineData("jsonb", "\"\\u0000\"", "(jsonb) holds \\u0000, which jsonb cannot")]
    [InlineData("json", "\"\\u0000\"", null)]
    [InlineData("jsonb", "1e99999", "(jsonb) holds a number that jsonb cannot")]
    public async Task A_text(string type, string value, string? reason) => Assert.Equal(reason, await Reason(type, value));

    [Theory]
    [InlineData("numeric(5,2)", "1.005", "(numeric(5,2)) is 1.005, which numeric(5,2) would round or refuse")]
    [InlineData("numeric(5,2)", "1000", "(numeric(5,2)) is 1000, which numeric(5,2) would round or refuse")]
    [InlineData("numeric(5,2)", "-999.990", null)]
    [InlineData("numeric(2,-2)", "1250", "(numeric(2,-2)) is 1250, which numeric(2,-2) would round or refuse")]
    [InlineData("numeric(2,-2)", "1200", null)]
    [InlineData("numeric(2,4)", "0.01", "(numeric(2,4)) is 0.01, which numeric(2,4) would round or refuse")]
    [InlineData("numeric(2,4)", "0.0099", null)]
    [InlineData("numeric", "-79228162514264337593543950335", null)]
    public async Task A_decimal(string type, string value, string? reason) =>
        Assert.Equal(reason, await Reason(type, decimal.Parse(value, null)));

    [Theory]
    [InlineData("smallint", 32768, "(smallint) is 32768, beyond smallint")]
    [InlineData("integer", 2147483648, "(integer) is 2147483648, beyond integer")]
    [InlineData("integer", -2147483648, null)]
    public async Task An_integer(string type, long value, string? reason) => Assert.Equal(reason, await Reason(type, value));

    [Theory]
    [InlineData("timestamptz", DateTimeKind.Unspecified, 0, "(timestamp with time zone) is a time of kind Unspecified, timestamptz takes Utc")]
    [InlineData("timestamptz", DateTimeKind.Local, 0, "(timestamp with time zone) is a time of kind Local, timestamptz takes Utc")]
    [InlineData("timestamptz", DateTimeKind.Utc, 1, "(timestamp with time zone) is finer than a microsecond")]
    [InlineData("timestamptz(3)", DateTimeKind.Utc, 10, "(timestamp(3) with time zone) is finer than 3 places of a second")]
    [InlineData("timestamp", DateTimeKind.Utc, 0, "(timestamp without time zone) is a time of kind Utc, timestamp without time zone takes Unspecified")]
    [InlineData("timestamp(0)", DateTimeKind.Unspecified, 0, null)]
    public async Task A_time(string type, DateTimeKind kind, int ticks, string? reason) =>
        Assert.Equal(reason, await Reason(type, new DateTime(2024, 2, 29, 1, 2, 3, kind).AddTicks(ticks)));

    [Fact]
    public async Task Half_a_character() =>
        Assert.Equal("(text) is not valid Unicode: it holds half of a surrogate pair", await Reason("text", "a" + '\ud83d'));

    [Fact]
    public async Task An_element_of_an_array() =>
        Assert.Equal("(character varying(3)[]) has an element that has 4 characters, varchar(3) holds 3", await Reason("varchar(3)[]", new[] { "ab", "abcd" }));

    [Fact]
    public async Task A_secret_is_not_repeated()
    {
        await using var database = await Importing.Database();
        await database.Execute("create table things (id integer primary key, value varchar(3))");
        var report = await database.Run(RowsImport.Of("things", new SecretRow(7, "sesame")), context => context with { MaxRejects = RejectBudget.Unlimited });

        Assert.Equal(
            "secret 7 cannot be written: things.value (character varying(3)) cannot hold its value (***)",
            Assert.Single(report.Steps[0].Rejects).ToString());
    }

    static async Task<string?> Reason<TValue>(string type, TValue value)
    {
        await using var database = await Importing.Database();
        await database.Execute($"create table things (id integer primary key, value {type})");
        var report = await database.Run(RowsImport.Of("things", new ThingRow<TValue>(7, value)), context => context with { MaxRejects = RejectBudget.Unlimited });

        return report.Steps[0].Rejects.FirstOrDefault()?.Reason.Replace("cannot be written: things.value ", "");
    }

    public sealed record ThingRow<TValue>(int Id, TValue Value);

    public sealed record SecretRow(int Id, [Secret] string Value);
}
