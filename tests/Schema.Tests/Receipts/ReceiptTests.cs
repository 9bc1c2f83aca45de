using Npgsql;
using Schema.Import;
using Schema.Tests.Imports;

namespace Schema.Tests.Receipts;

public class ReceiptTests
{
    [Fact]
    public async Task Keys_of_several_columns_are_kept_as_text()
    {
        await using var database = await Importing.Database();
        await database.Execute("create table pairs (a text, b integer, note text, primary key (a, b)); insert into pairs values ('x, y', 2, 'mine')");
        var import = RowsImport.Of("pairs", new PairRow("x, y", 1, null), new PairRow("\"(", 2, ""));

        await database.Run(import);
        Assert.Equal(["{\"(\\\"x, y\\\",1)\",\"(\\\"\\\"\\\"(\\\",2)\"}"], await database.Rows("select texts from ledger.receipt"));
        await database.Undo(import);

        Assert.Equal(["x, y|2|mine"], await database.Rows("select * from pairs"));
    }

    [Fact]
    public async Task Receipts_have_lines_of_ten_thousand_keys()
    {
        await using var database = await Importing.Database();
        await database.Execute("create table numbers (id bigint primary key)");
        var import = RowsImport.Of("numbers", [.. Enumerable.Range(1, 25_000).Select(id => new NumberRow(id))]);

        await database.Run(import);

        Assert.Equal(
            ["0|10000|10000", "1|10000|10000", "2|5000|5000"],
            await database.Rows("select batch, cardinality(integers), cardinality(hashes) from ledger.receipt order by batch"));
        Assert.Equal(25_000, (await database.Undo(import)).Deleted);
    }

    [Fact]
    public async Task The_session_writes_values_as_it_did_before()
    {
        await using var database = await Orchard.Database();
        const string Forms = "'German', 'sql_standard', 'Asia/Kathmandu', '-3', 'escape'";

        await database.InTransaction(null, async context =>
        {
            await using var set = new NpgsqlCommand(
                $"select set_config(name, value, true) from unnest(array['DateStyle', 'IntervalStyle', 'TimeZone', 'extra_float_digits', 'bytea_output'], array[{Forms}]) as setting (name, value)",
                context.Target);
            await set.ExecuteNonQueryAsync();
            await ImportRunner.Run(Orchard.Import, context, CancellationToken.None);
            await using var written = new NpgsqlCommand(
                @"select concat_ws('|', '2026-03-01 00:00Z'::timestamptz, '1 day 02:00'::interval, 1 / 3::float8, '\x000a'::bytea)", context.Target);
            Assert.Equal(@"01.03.2026 05:45:00 +0545|1 2:00:00|0.333333333333|\000\012", await written.ExecuteScalarAsync());

            return 0;
        });
    }

    public sealed record PairRow(string A, int B, string? Note);

    public sealed record NumberRow(long Id);
}
