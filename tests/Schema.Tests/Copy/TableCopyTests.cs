using Npgsql;
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

    [Fact]
    public async Task A_row_may_be_a_struct()
    {
        await using var database = await Importing.Database();
        await database.Execute("create table points (id integer primary key, note text)");

        await database.Run(RowsImport.Of("points", new PointRow(1, "north"), new PointRow(2, null)));

        Assert.Equal(["1|north", "2|∅"], await database.Rows("select * from points order by id"));
    }

    [Fact]
    public async Task Every_decimal_is_written_as_the_server_itself_would()
    {
        await using var database = await Importing.Database();
        await database.Execute("create table amounts (id integer primary key, free numeric not null, bound numeric(40,28) not null)");
        var random = new Random(17);
        var amounts = Enumerable.Range(0, 2000)
            .Select(id => new decimal(random.Next() >> random.Next(32), random.Next() >> random.Next(32), random.Next(2) * (random.Next() >> random.Next(32)), random.Next(2) == 0, (byte)random.Next(29)))
            .Select((amount, id) => new AmountRow(id, amount, decimal.Truncate(amount % 1_000_000_000_000m)))
            .ToArray();

        var report = await database.Run(RowsImport.Of("amounts", amounts));

        Assert.Equal(2000, report.Written);
        Assert.Equal(amounts.Select(row => $"{row.Free}|{row.Bound}.{new string('0', 28)}"), (await database.Rows("select free, bound from amounts order by id")));
    }

    [Fact]
    public async Task An_enum_made_in_the_same_transaction_can_be_written()
    {
        await using var database = await Importing.Database();

        await database.InTransaction(null, async context =>
        {
            await new NpgsqlCommand("create type fruit as enum ('green_apple', 'pear'); create table trees (id integer primary key, kind fruit not null, others fruit[] not null)", context.Target).ExecuteNonQueryAsync();
            return await ImportRunner.Run(RowsImport.Of("trees", new TreeRow(1, Fruit.Pear, [Fruit.GreenApple])), context, CancellationToken.None);
        });

        Assert.Equal(["1|pear|{green_apple}"], await database.Rows("select * from trees"));
    }

    [Fact]
    public async Task A_key_that_is_there_already_fails_the_run_and_is_named()
    {
        await using var database = await Amounts();

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => database.Run(RowsImport.Of("amounts", new AmountRow(2, 2, 2), new AmountRow(1, 1, 1))));

        Assert.Equal(
            "RowsImport, step amounts: amounts refused amount 1: duplicate key value violates unique constraint \"amounts_pkey\".",
            refused.Message);
    }

    [Fact]
    public async Task A_key_that_is_there_already_is_kept_where_the_step_says_so()
    {
        await using var database = await Amounts();
        var import = new RowsImport(plan => plan.Read(Source.Rows([new AmountRow(1, 7, 7), new AmountRow(2, 8, 8)]))
            .Map<AmountRow>(row => row).CopyTo("amounts").KeepExisting());

        var report = await database.Run(import);

        Assert.Equal((2, 1, 1), (report.Read, report.Written, report.Kept));
        Assert.Equal(["1|0|0", "2|8|8"], await database.Rows("select * from amounts order by id"));
    }

    [Fact]
    public async Task Another_unique_column_is_no_reason_to_keep_unless_the_step_says_so()
    {
        await using var database = await Amounts();
        var row = new AmountRow(2, 0, 8);

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => database.Run(
            new RowsImport(plan => plan.Read(Source.Rows([row])).Map<AmountRow>(same => same).CopyTo("amounts").KeepExisting())));
        var report = await database.Run(
            new RowsImport(plan => plan.Read(Source.Rows([row])).Map<AmountRow>(same => same).CopyTo("amounts").ConflictKey("free")));

        Assert.Contains("amounts_free_key", refused.Message);
        Assert.Equal((0, 1), (report.Written, report.Kept));
    }

    [Fact]
    public async Task Two_steps_into_one_table_are_told_apart()
    {
        await using var database = await Amounts();
        var import = new RowsImport(plan =>
        {
            plan.Read(Source.Rows([new AmountRow(2, 2, 2)])).Map<AmountRow>(row => row).CopyTo("amounts");
            plan.Read(Source.Rows([new AmountRow(3, 3, 3)])).Map<AmountRow>(row => row).CopyTo("amounts").Named("more amounts");
        });

        var report = await database.Run(import);

        Assert.Equal([1L, 1L], report.Steps.Select(step => step.Written));
        Assert.Equal(["0|{2}", "1|{3}"], await database.Rows("select batch, integers from ledger.receipt order by batch"));
    }

    static async Task<TestDatabase> Amounts()
    {
        var database = await Importing.Database();
        await database.Execute("create table amounts (id integer primary key, free numeric not null unique, bound numeric not null); insert into amounts values (1, 0, 0)");

        return database;
    }

    public sealed record AmountRow(int Id, decimal Free, decimal Bound);
    public readonly record struct PointRow(int Id, string? Note);

    public sealed record TreeRow(int Id, Fruit Kind, Fruit[] Others);

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
