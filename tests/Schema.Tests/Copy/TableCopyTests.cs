using Schema.Import;
using Schema.Tests.Imports;

namespace Schema.Tests.Copy;

public class TableCopyTests
{
    [Fact]
    public async Task Every_type_arrives_as_it_was()
    {
        await using var database = await Importing.Database();
        await database.Execute(
            """
            create type fruit as enum ('green_apple', 'pear');
            create table everything (
                id uuid primary key, flag boolean not null, small smallint not null, number integer not null, big bigint not null,
                amount numeric(7,3) not null, free numeric not null, rough real not null, precise double precision not null,
                words text not null, code varchar(5) not null, fixed char(4) not null, made timestamptz not null, seen timestamp(3) not null,
                born date not null, opens time not null, lasts interval not null, raw bytea not null, exact json not null, loose jsonb not null,
                kind fruit not null, tags text[] not null, counts integer[] not null, nothing text)
            """);
        var row = new EverythingRow(
            Guid.Parse("0d9f2a54-5c0e-4c5a-9a0b-3d0b6a1f4e77"), true, -2, 3, long.MinValue, -1234.5m, 0.000012345678901234567890m, -0f, double.NaN,
            "Grüße 😀", "héllo", "ab", new DateTime(2024, 2, 29, 23, 59, 59, DateTimeKind.Utc).AddTicks(9_999_990), new DateTime(1999, 12, 31, 1, 2, 3, 4),
            new DateOnly(1, 1, 1), new TimeOnly(23, 59, 59), TimeSpan.FromHours(-30), [0, 255], """{ "b": 1.50, "a": 1 }""",
            """{ "b": 1.50, "a": [1e2, "\u00e9", null, {}], "a": [100, "é", null, {}] }""", Fruit.GreenApple, ["a", null!, "c"], [], null);

        var report = await database.Run(RowsImport.Of("everything", row));

        Assert.Equal(ProofKind.Digests, report.Steps[0].Proof);
        Assert.Equal(
            [
                """0d9f2a54-5c0e-4c5a-9a0b-3d0b6a1f4e77|t|-2|3|-9223372036854775808|-1234.500|0.000012345678901234567890|-0|NaN|Grüße 😀|héllo|ab  |2024-02-29 23:59:59.999999+00|1999-12-31 01:02:03.004|0001-01-01|23:59:59|-30:00:00|\x00ff|{ "b": 1.50, "a": 1 }|{"a": [100, "é", null, {}], "b": 1.50}|green_apple|{a,NULL,c}|{}|∅""",
            ],
            await database.Rows("set timezone = 'UTC'; select * from everything"));
    }

    public enum Fruit
    {
        GreenApple,
        Pear,
    }

    public sealed record EverythingRow(
        Guid Id, bool Flag, short Small, int Number, long Big, decimal Amount, decimal Free, float Rough, double Precise,
        string Words, string Code, string Fixed, DateTime Made, DateTime Seen, DateOnly Born, TimeOnly Opens, TimeSpan Lasts, byte[] Raw,
        string Exact, string Loose, Fruit Kind, string[] Tags, int[] Counts, string? Nothing);
}
