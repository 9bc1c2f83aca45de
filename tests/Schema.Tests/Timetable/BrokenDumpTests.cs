using System.Text;
using Schema.Import;

namespace Schema.Tests.Timetable;

public sealed class BrokenDumpTests
{
    [Theory]
    [InlineData("", "live.dump is empty, the JSON array of manage.py dumpdata is expected.")]
    [InlineData("{}", "live.dump does not begin with '[', the JSON array of manage.py dumpdata is expected.")]
    [InlineData("[1]", "live.dump[0]: it is no object; a row of manage.py dumpdata is expected.")]
    [InlineData("""[{"pk": 1}]""", "live.dump[0]: it has no model; a row of manage.py dumpdata is expected.")]
    [InlineData("""[{"pk": 1, "model": "x.y", "fields": {}}""", "live.dump is cut off after 1 complete rows: its array is not closed.")]
    [InlineData("""[{"pk": 1, "model": "x.y", "fields": {}}, {"pk": 2, "mod""", "live.dump is cut off after 1 complete rows: its array is not closed.")]
    [InlineData("""[{"pk": 1, "model": "x.y", "fields": {}}] 2""", "live.dump goes on after the end of its array.")]
    [InlineData("""[{"pk": null, "model": "timetables.thing", "fields": {"fullpath": "a"}}]""", "live.dump[0] (timetables.thing null): its pk is null, an integer is expected.")]
    [InlineData("""[{"pk": 7, "model": "timetables.thing", "fields": {}}]""", "live.dump[0] (timetables.thing 7): it has no fullpath.")]
    [InlineData("""[{"pk": 7, "model": "timetables.thing", "fields": {"fullpath": 5}}]""", "live.dump[0] (timetables.thing 7): fullpath is 5, a text is expected.")]
    [InlineData("""[{"pk": 7, "model": "timetables.eventtag", "fields": {"thing": "x"}}]""", "live.dump[0] (timetables.eventtag 7): thing is 'x', the key of a row is expected.")]
    [InlineData("""[{"pk": 7, "model": "timetables.thing", "fields": {"fullpath": "\ud83d"}}]""", "live.dump[0] (timetables.thing 7): a text holds half of a surrogate pair.")]
    public async Task A_broken_dump_is_refused_by_its_row(string dump, string expected) =>
        Assert.Equal(expected, (await Refusal(Encoding.UTF8.GetBytes(dump))).Message);

    [Fact]
    public async Task Text_that_is_no_json_is_refused_by_row_and_byte()
    {
        var refusal = await Refusal("""[{"pk": 1, "model": "x.y", "fields": {}}, {"pk": 2, "model": "timetables.event", 'fields': {}}]"""u8.ToArray());

        Assert.Equal(ExitCode.DataRefused, refusal.Exit);
        Assert.StartsWith("live.dump[1] (timetables.event 2) is no JSON: line 1, byte 82: ", refusal.Message);
        Assert.Equal("Nothing was written. Dump it again: manage.py dumpdata timetables", refusal.Advice);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused()
    {
        var dump = Encoding.Latin1.GetBytes("""[{"pk": 1, "model": "x.y", "fields": {"a": "é"}}]""");

        Assert.Equal("live.dump[0] (x.y 1): it is not valid UTF-8.", (await Refusal(dump)).Message);
    }

    [Fact]
    public async Task A_mark_of_utf16_is_refused_and_one_of_utf8_is_skipped()
    {
        Assert.Equal("live.dump is UTF-16, UTF-8 is expected.", (await Refusal([0xff, 0xfe, .. Encoding.Unicode.GetBytes("[]")])).Message);
        await using var rows = Dumps.Rows([0xef, 0xbb, 0xbf, .. "[]"u8]);
        Assert.False(await rows.Read(default));
    }

    [Fact]
    public async Task A_row_larger_than_the_buffer_is_read_whole()
    {
        var title = new string('x', 5_000_000);
        await using var rows = Dumps.Rows($$$"""[{"pk": 1, "model": "x.y", "fields": {}}, {"pk": 2, "model": "x.y", "fields": {"title": "{{{title}}}"}}, {"pk": 3, "model": "x.y", "fields": {}}]""");
        var pks = new List<(long, int)>();
        while (await rows.Read(default))
            pks.Add((rows.Row.Pk, rows.Row.TryText("title"u8, out var text) ? text.Length : 0));

        Assert.Equal([(1, 0), (2, 5_000_000), (3, 0)], pks);
    }

    static async Task<SchemaException> Refusal(byte[] dump)
    {
        await using var rows = Dumps.Rows(dump);
        var filter = new Schema.Migrations.Timetable.EventsFilter(rows, new MemoryStream());

        return await Assert.ThrowsAsync<SchemaException>(() => filter.Run(default));
    }
}
