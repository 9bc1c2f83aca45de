using System.Text;
using Schema.Import.Transfer;

namespace Schema.Tests.Transfer;

public class PieceHashTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void A_line_in_pieces_counts_as_the_whole_line(int keyColumns)
    {
        var (json, text) = (new PlainConversion(Canonical.Json), new PlainConversion());
        var plan = Plan(keyColumns, text, json, text, json);
        foreach (var line in new[] { "1\t{\"b\": 1, \"a\": \"x\\\\n\"}\twords\t[1, 2]", "2\t\\N\t\\N\t\\N", "\t[]\t\tnull" })
        {
            var (key, sum) = new LineFields(plan).Add(Encoding.UTF8.GetBytes(line));
            for (var cut = 0; cut <= line.Length; cut++)
            {
                var digest = new TransferDigest();
                var pieces = new PieceHash(plan, digest);
                pieces.Add(Encoding.UTF8.GetBytes(line[..(cut / 2)]), endsLine: false);
                pieces.Add(Encoding.UTF8.GetBytes(line[(cut / 2)..cut]), endsLine: false);
                pieces.Add(Encoding.UTF8.GetBytes(line[cut..]), endsLine: true);

                var expected = new TransferDigest();
                expected.Add(key, sum);
                Assert.True(digest.Equals(expected));
                Assert.Empty(digest.Differing(expected));
            }
        }
    }

    static TablePlan Plan(int keyColumns, params Conversion[] conversions) => new(
        new("one", [], [], 1) { Quoted = "one" },
        new(0, "public", "one", true, [], [], 1),
        [.. conversions.Select((conversion, number) => new ColumnPlan(
            new($"c{number}", new(SourceKind.Text, "text"), true, $"c{number}"), new($"c{number}", new("text", 0, -1, false, null), "text", true, false, false), conversion))],
        keyColumns);
}
