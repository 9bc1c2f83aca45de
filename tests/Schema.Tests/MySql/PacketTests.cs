using Schema.Import;

namespace Schema.Tests.MySql;

/// <summary>However packets are cut and joined on their way, the rows are the same.</summary>
public class PacketTests
{
    const int Full = 0xffffff;

    static readonly byte[][] Rows = [Packets.TextRow("one", null), Packets.TextRow("", new string('x', 300)), Packets.TextRow(null, "last")];
    static readonly string[] Expected = ["one|∅", $"|{new string('x', 300)}", "∅|last"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Both_ways_to_end_a_result_are_understood(bool classic)
    {
        Assert.Equal(Expected, await new Recording(Packets.Result(["a", "b"], Rows, classic), classic).Read());
    }

    [Fact]
    public async Task A_cut_at_any_byte_changes_nothing()
    {
        var recording = new Recording(Packets.Result(["a", "b"], Rows));
        for (var cut = 1; cut < recording.Bytes.Length; cut++)
            Assert.Equal(Expected, await recording.Read(position => position < cut ? cut : int.MaxValue));
    }

    [Fact]
    public async Task Bytes_that_come_one_by_one_change_nothing()
    {
        Assert.Equal(Expected, await new Recording(Packets.Result(["a", "b"], Rows)).Read(position => position + 1));
    }

    [Theory]
    [InlineData(Full - 1)]
    [InlineData(Full)]
    [InlineData(Full + 1)]
    [InlineData(2 * Full)]
    [InlineData(2 * Full + 1)]
    public async Task A_payload_of_one_or_more_full_packets_is_joined(int payload)
    {
        var field = new byte[payload - (payload > Full + 3 ? 9 : 4)];
        Array.Fill(field, (byte)'z');
        (field[0], field[^1]) = ((byte)'<', (byte)'>');
        var row = Packets.Row(field);
        Assert.Equal(payload, row.Length);
        var recording = new Recording(Packets.Result(["a"], [row, Packets.TextRow("after")]));

        // Cuts inside a header, and right before and after one.
        foreach (var step in new[] { 65_536, Full, Full + 2, Full + 4 })
        {
            await using var connection = await recording.Open(position => position + step);
            await using var rows = await connection.Query("select a", CancellationToken.None);
            Assert.True(await rows.Read(CancellationToken.None));
            Assert.True(rows[0].SequenceEqual(field));
            Assert.Equal(["after"], await rows.Texts());
        }
    }

    [Fact]
    public async Task A_packet_out_of_order_is_refused()
    {
        var recording = new Recording(Packets.Result(["a", "b"], Rows));
        var last = recording.Bytes.Length - Packets.NewEnd.Length - 1;
        recording.Bytes[last]++;

        var lost = await Assert.ThrowsAsync<SchemaException>(() => recording.Read());

        Assert.Equal(
            "MySQL at recorded:3306 was lost during `select a, b from one`, after 3 rows (386 bytes): packet number 7 was expected, 8 arrived.",
            lost.Message);
    }

    [Theory]
    [InlineData(new byte[] { 1, (byte)'x' }, "the packet is malformed: a row ends before its last field")]
    [InlineData(new byte[] { 1, (byte)'x', 5, (byte)'y' }, "the packet is malformed: a row does not end with its last field")]
    [InlineData(new byte[] { 1, (byte)'x', 0xfc, 9, 9, (byte)'y' }, "the packet is malformed: 2313 bytes were expected where 1 are left")]
    [InlineData(new byte[] { 1, (byte)'x', 0xfb, 0xfb }, "the packet is malformed: a row does not end with its last field")]
    [InlineData(new byte[] { 1, (byte)'x', 0xff }, "the packet is malformed: 0xff stands where a length was expected")]
    [InlineData(new byte[] { 1, (byte)'x', 0xfe, 255, 255, 255, 255, 255, 255, 255, 255 }, "the packet is malformed: 18446744073709551615 bytes were expected where 0 are left")]
    public async Task A_row_that_does_not_fit_its_fields_is_refused(byte[] row, string reason)
    {
        var lost = await Assert.ThrowsAsync<SchemaException>(() => new Recording(Packets.Result(["a", "b"], [row])).Read());

        Assert.Equal(ExitCode.Unreachable, lost.Exit);
        Assert.EndsWith($" {reason}.", lost.Message);
    }

    [Fact]
    public async Task Rows_allocate_nothing_of_their_own()
    {
        var many = Enumerable.Repeat(Packets.TextRow("a name", null), 100_000).ToArray();
        await using var connection = await new Recording(Packets.Result(["a", "b"], many)).Open();
        await using var rows = await connection.Query("select a, b from one", CancellationToken.None);
        await rows.Read(CancellationToken.None);

        // Everything has been recorded, so every read completes on this thread.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var length = 0;
        while (await rows.Read(CancellationToken.None))
            length += rows[0].Length + rows[1].Length;

        Assert.Equal(599_994, length);
        // The smallest object for each row would be 2.4 MB; a few kilobytes are the runtime's own at first calls.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, many.Length);
    }
}
