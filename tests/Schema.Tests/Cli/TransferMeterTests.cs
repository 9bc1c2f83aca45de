using Schema.Cli;
using Schema.Import.Transfer;

namespace Schema.Tests.Cli;

public class TransferMeterTests
{
    [Theory]
    [InlineData(500, 1000, "  fruit: 500 rows, 1.0 MB, 500.0 kB/s, 50 %, 2.0 s left; table 2 of 3, 3.0 MB, 300.0 kB/s, 25 %, 30.0 s left")]
    [InlineData(1001, 1000, "  fruit: 1,001 rows, 1.0 MB, 500.0 kB/s; table 2 of 3, 3.0 MB, 300.0 kB/s, 25 %, 30.0 s left")]
    [InlineData(500, 0, "  fruit: 500 rows, 1.0 MB, 500.0 kB/s; table 2 of 3, 3.0 MB, 300.0 kB/s, 25 %, 30.0 s left")]
    public void A_line_tells_of_the_table_and_of_all(int rows, int expected, string line) => Assert.Equal(
        line,
        TransferMeter.Text(Fruit(rows, expected)));

    [Theory]
    [InlineData(1000L)]
    [InlineData(null)]
    public void As_data_it_has_the_form_that_is_written_down(long? expected) => Assert.Empty(JsonSchema.Output.Check(
        TransferMeter.Json(Fruit(500, expected)), "event"));

    /// <summary>Told after two seconds of a table and ten of all.</summary>
    internal static TransferProgress Fruit(long rows, long? expected) =>
        new("fruit", rows, expected, 1_000_000, TimeSpan.FromSeconds(2), new(2, 3, 3_000_000, 0.25, TimeSpan.FromSeconds(10)));

    [Fact]
    public void Tables_count_by_their_size_however_many_rows_they_have()
    {
        var told = new List<TransferTotal>();
        SourceTable[] tables = [Table("large", 10, 3000), Table("small", 1000, 1000)];
        var count = new TransferCount(tables, progress => told.Add(progress.All));

        count.Begin(tables[0]);
        count.Tell(5, 1400);
        count.Tell(12, 2900);
        count.Begin(tables[1]);
        count.Tell(500, 450);

        Assert.Equal([(1, 1400, 0.375), (1, 2900, 0.75), (2, 3350, 0.875)], told.Select(total => (total.Number, total.Bytes, total.Share)));
        Assert.All(told, total => Assert.Equal(2, total.Tables));
    }

    static SourceTable Table(string name, long rows, long bytes) => new(name, [], [], rows) { Quoted = name, EstimatedBytes = bytes };
}
