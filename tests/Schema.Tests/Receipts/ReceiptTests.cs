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

    public sealed record PairRow(string A, int B, string? Note);

    public sealed record NumberRow(long Id);
}
