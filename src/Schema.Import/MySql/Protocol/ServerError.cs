using System.Text;

namespace Schema.Import.MySql;

/// <summary>What a server says when it refuses or breaks off.</summary>
readonly record struct ServerError(int Code, string Text)
{
    public const byte Mark = 0xff;

    /// <summary>Killed, shut down, timed out on the network: the session is gone, the statement was not at fault.</summary>
    public bool EndsSession => Code is 1053 or 1077 or 1079 or (>= 1152 and <= 1161) or 1184 or 1317 or 1927 or 4031;

    public static ServerError Read(ReadOnlySpan<byte> packet)
    {
        var payload = new Payload(packet[1..]);
        var code = payload.UInt16();

        // An error before the greeting has no '#' and no state.
        var text = payload.Rest is [(byte)'#', _, _, _, _, _, ..] ? payload.Rest[6..] : payload.Rest;
        return new ServerError(code, Encoding.UTF8.GetString(text));
    }

    public override string ToString() => $"{Text.TrimEnd('.')} ({Code})";
}

/// <summary>A server error on its way to where the statement and the progress are known.</summary>
sealed class ServerErrorException(ServerError error) : Exception(error.ToString())
{
    public ServerError Error { get; } = error;
}
