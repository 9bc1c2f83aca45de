using Schema.Import;

namespace Schema.Tests.Sources;

public class FilteredSourceTests
{
    [Fact]
    public async Task Unwanted_rows_are_not_there_and_what_is_no_record_stays()
    {
        var file = await Reading.File("id,number\n1,10\n2,20\n3,many\n4,20\n"u8.ToArray());

        var rows = await Source.Csv<Plot>("plots.csv").Where(plot => plot.Number == 20).All(file);

        Assert.Equal([(3L, "2"), (4L, "3 refused"), (5L, "4")], rows.Select(row => (row.Position, row.Record?.Id.ToString() ?? $"{row.Refusal!.Key} refused")));
        File.Delete(file);
    }

    sealed record Plot(int Id, int Number);
}
