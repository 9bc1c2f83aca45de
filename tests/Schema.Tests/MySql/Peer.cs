using System.Text;

namespace Schema.Tests.MySql;

/// <summary>The server's side of one scripted conversation, packet by packet.</summary>
sealed class Peer(Stream stream)
{
    byte sequence;

    public Stream Stream { get; set; } = stream;

    public async Task Send(params byte[][] payloads)
    {
        foreach (var payload in payloads)
            await Stream.WriteAsync(Packets.Framed(payload, ref sequence));

        await Stream.FlushAsync();
    }

    public async Task<byte[]> Receive()
    {
        var header = new byte[4];
        await Stream.ReadExactlyAsync(header);
        var payload = new byte[header[0] | header[1] << 8 | header[2] << 16];
        await Stream.ReadExactlyAsync(payload);
        sequence = (byte)(header[3] + 1);
        return payload;
    }

    /// <summary>Greets, lets everybody in, and answers what begins every session.</summary>
    public async Task Welcome(uint capabilities = Packets.Usual)
    {
        await Send(Packets.Greeting(capabilities: capabilities));
        await Receive();
        await Send(Packets.Ok);
        await Session(classic: (capabilities & Packets.DeprecateEof) == 0);
    }

    /// <summary>Answers the settings, the snapshot and its time.</summary>
    public async Task Session(bool classic = false)
    {
        while (await Command() is not "select utc_timestamp(6)")
            await Send(Packets.Ok);

        await Send(Packets.Result(["time"], [Packets.TextRow("2025-06-01 12:00:00.000000")], classic));
    }

    public async Task<string> Command() => Encoding.UTF8.GetString((await Receive())[1..]);
}
