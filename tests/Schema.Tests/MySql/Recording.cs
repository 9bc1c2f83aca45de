using Schema.Import.MySql;

namespace Schema.Tests.MySql;

/// <summary>What a server says from its greeting to the end of one result, as one run of bytes.</summary>
sealed class Recording
{
    static readonly MySqlAddress Address = new("recorded", 3306, "reader", "secret", "orchard");

    public byte[] Bytes { get; }

    public Recording(byte[][] result, bool classic = false)
    {
        using var sent = new MemoryStream();
        Say(sent, 0, Packets.Greeting(capabilities: classic ? Packets.Usual & ~Packets.DeprecateEof : Packets.Usual));
        Say(sent, 2, Packets.Ok);
        for (var setting = 0; setting < 4; setting++)
            Say(sent, 1, Packets.Ok);

        Say(sent, 1, Packets.Result(["time"], [Packets.TextRow("2025-06-01 12:00:00")], classic));
        Say(sent, 1, result);
        Bytes = sent.ToArray();
    }

    public Task<MySqlConnection> Open(Func<int, int>? nextCut = null) => MySqlConnection.Open(
        Address, (_, _) => Task.FromResult<Stream>(new ReplayedStream(Bytes, nextCut ?? (_ => int.MaxValue))), CancellationToken.None);

    public async Task<string[]> Read(Func<int, int>? nextCut = null)
    {
        await using var connection = await Open(nextCut);
        return await connection.Texts("select a, b from one");
    }

    static void Say(MemoryStream sent, byte sequence, params byte[][] payloads)
    {
        foreach (var payload in payloads)
            sent.Write(Packets.Framed(payload, ref sequence));
    }
}
