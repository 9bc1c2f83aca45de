using System.Text;
using Schema.Import;

namespace Schema.Tests.Sources;

public class CsvSourceTests
{
    [Fact]
    public async Task Columns_are_found_by_name_in_any_order()
    {
        var rows = await Read<Grower>("joined,grower_name,id\n2024-02-29,Ada,17\n");

        Assert.Equal([new SourceRow<Grower>(2, new Grower(17, "Ada", new DateOnly(2024, 2, 29)))], rows);
    }

    [Fact]
    public async Task A_quoted_field_holds_lines_quotes_and_delimiters()
    {
        var rows = await Read<Note>("id,text\r\n1,\"a \"\"b\"\", c\r\nd\"\r\n2,\"\"\"\"\r\n3,plain");

        Assert.Equal([(2, "a \"b\", c\r\nd"), (4, "\""), (5, "plain")], rows.Select(row => (row.Position, row.Record!.Text)));
    }

    [Fact]
    public async Task Nothing_is_null_and_quoted_nothing_is_empty_text()
    {
        var rows = await Read<Note>("id,text\n1,\n2,\"\"\n");

        Assert.Equal([null, ""], rows.Select(row => row.Record!.Text));
    }

    [Fact]
    public async Task A_marker_for_null_leaves_nothing_as_empty_text()
    {
        var rows = await Read<Note>("id;text\n1;\n2;NULL\n3;\"NULL\"\n", new CsvFormat { Delimiter = ';', NullMarker = "NULL" });

        Assert.Equal(["", null, "NULL"], rows.Select(row => row.Record!.Text));
    }

    [Fact]
    public async Task After_a_large_record_a_buffer_is_not_filled_to_its_end()
    {
        var rows = 0;
        var most = 0;
        var file = new AskedStream(Encoding.UTF8.GetBytes($"1,{new string('x', 2_000_000)}\n" + string.Concat(Enumerable.Repeat("2,y\n", 100_000))), asked => most = Math.Max(most, asked));
        await using var records = new CsvRecords(file, "one.csv", (byte)',');

        while (await records.Read(default))
            rows++;

        Assert.Equal(100_001, rows);
        Assert.InRange(most, 1, 1 << 20);
    }

    [Fact]
    public async Task A_byte_order_mark_and_blank_lines_are_no_content()
    {
        var rows = await Read<Note>("\ufeffid,text\n\n1,a\n\n\n2,b\n\n");

        Assert.Equal([3L, 6L], rows.Select(row => row.Position));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task A_record_may_lie_across_any_edge_of_the_buffer(int step)
    {
        var text = string.Concat(Enumerable.Range(0, 1000).Select(id => $"{id},\"{new string('x', id * step % 997)}\"\"\n\"\r\n"));

        var rows = await Read<Note>("id,text\r\n" + text);

        Assert.Equal(Enumerable.Range(0, 1000).Select(id => new string('x', id * step % 997) + "\"\n"), rows.Select(row => row.Record!.Text));
        Assert.Equal(2 + (2 * 999), rows[^1].Position);
    }

    [Theory]
    [InlineData("17,Ada", "has 2 fields, the header has 3", "17")]
    [InlineData("17,Ada,2024-01-01,more", "has 4 fields, the header has 3", "17")]
    [InlineData(",Ada,2024-01-01", "cannot be read: id is NULL", "NULL")]
    [InlineData("99999999999,Ada,2024-01-01", "cannot be read: id is '99999999999', not int", "99999999999")]
    [InlineData("17,,2024-01-01", "cannot be read: grower_name is NULL", "17")]
    [InlineData("17,Ada,29.02.2024", "cannot be read: joined is '29.02.2024', not DateOnly", "17")]
    [InlineData("17,Ada,2023-02-29 and some forty characters more", "cannot be read: joined is '2023-02-29 and some forty characters mo…', not DateOnly", "17")]
    public async Task A_row_that_does_not_fit_is_refused_with_its_key(string line, string reason, string key)
    {
        var row = Assert.Single(await Read<Grower>($"id,grower_name,joined\n{line}\n"));

        Assert.Equal((2, key, reason), (row.Position, row.Refusal!.Key, row.Refusal.Reason));
    }

    [Fact]
    public async Task A_secret_is_masked_where_a_row_is_refused()
    {
        var row = Assert.Single(await Read<Login>("id,password,tries\n1,sesame,many\n"));

        Assert.Equal("cannot be read: tries is ***, which it cannot hold", row.Refusal!.Reason);
        Assert.Equal(["1", "***", "***"], row.Refusal.Fields.Values);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_refuse_the_row()
    {
        var path = await Reading.File([.. "id,text\n1,ok\n2,b"u8, 0xff, .. "d\n3,ok\n"u8]);

        var rows = await Source.Csv<Note>("notes.csv").All(path);

        Assert.Equal([null, "is not valid UTF-8", null], rows.Select(row => row.Refusal?.Reason));
    }

    [Theory]
    [InlineData("id,text\n1,a\n2,\"b\n3,c\n", "notes.csv, line 3: a quoted field is never closed.")]
    [InlineData("id,text\n1,a\"b\"\n", "notes.csv, line 2: a quote inside a field that does not begin with one.")]
    [InlineData("id,text\n1,\"a\"b\n", "notes.csv, line 2: text after a closing quote.")]
    [InlineData("", "notes.csv, line 1: the file is empty, a header is expected.")]
    public async Task A_file_whose_fields_cannot_be_told_apart_is_refused_with_the_line(string text, string message)
    {
        var refused = await Assert.ThrowsAsync<SchemaException>(() => Read<Note>(text));

        Assert.Equal((ExitCode.DataRefused, message), (refused.Exit, refused.Message));
    }

    [Fact]
    public async Task A_header_that_differs_from_the_record_is_refused_with_both_sides()
    {
        var refused = await Assert.ThrowsAsync<SchemaException>(() => Read<Grower>("id,Grower_Name,growername_,phone\n"));

        Assert.Equal(
            """
            notes.csv and Grower differ:
              Grower.GrowerName could be any of the columns Grower_Name, growername_
              Grower.Joined has no column
            """,
            refused.Message);
        Assert.Equal("The columns are: id, Grower_Name, growername_, phone. Name in Grower exactly those that are read.", refused.Advice);
    }

    [Fact]
    public async Task A_superfluous_column_is_refused()
    {
        var refused = await Assert.ThrowsAsync<SchemaException>(() => Read<Note>("id,text,phone\n"));

        Assert.Equal("notes.csv and Note differ:\n  column phone has no parameter in Note", refused.Message);
    }

    [Fact]
    public async Task How_many_rows_there_are_is_told_by_how_much_of_the_file_is_read()
    {
        var path = await Reading.File(Encoding.UTF8.GetBytes("id,text\n" + string.Concat(Enumerable.Range(0, 5000).Select(id => $"{id},\"some text of many lines\n{id:D5}\"\n"))));
        var source = Source.Csv<Note>("notes.csv");
        await using var session = await source.Open(path, CancellationToken.None);
        long read = 0;
        var told = new List<long?> { source.Estimate(session, 0) };
        await foreach (var row in source.Read(session, CancellationToken.None))
        {
            if (++read % 2500 == 0)
                told.Add(source.Estimate(session, read));
        }

        Assert.Null(told[0]);
        Assert.InRange(told[1]!.Value, 4900, 5100);
        Assert.Equal(5000, told[2]);
    }

    static async Task<List<SourceRow<TLegacy>>> Read<TLegacy>(string text, CsvFormat? format = null) =>
        await Source.Csv<TLegacy>("notes.csv", format).All(await Reading.File(Encoding.UTF8.GetBytes(text)));

    sealed record Grower(int Id, string GrowerName, DateOnly Joined);

    sealed record Note(int Id, string? Text);

    sealed record Login(int Id, [Secret] string Password, [Secret] int Tries);

    sealed class AskedStream(byte[] bytes, Action<int> asked) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            asked(buffer.Length);
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
