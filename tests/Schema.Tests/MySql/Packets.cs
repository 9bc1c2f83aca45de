using System.Buffers.Binary;
using System.Text;

namespace Schema.Tests.MySql;

/// <summary>A server's packets, written from the protocol's documentation and not with our reader's code.</summary>
static class Packets
{
    public const uint Protocol41 = 0x200, Tls = 0x800, Secure = 0x8000, Plugins = 0x80000, DeprecateEof = 0x1000000;
    public const uint Usual = 0x1 | 0x8 | Protocol41 | 0x2000 | Secure | Plugins | 0x200000 | DeprecateEof;

    public static readonly byte[] Nonce = Encoding.ASCII.GetBytes("abcdefghijklmnopqrst");
    public static readonly byte[] Ok = [0x00, 0, 0, 2, 0, 0, 0];
    public static readonly byte[] ClassicEnd = [0xfe, 0, 0, 2, 0];
    public static readonly byte[] NewEnd = [0xfe, 0, 0, 2, 0, 0, 0];
    public static readonly byte[] AnnouncesMore = [0xfe, 0, 0, 10, 0, 0, 0];

    public static byte[] Greeting(string plugin = "mysql_native_password", uint capabilities = Usual) =>
    [
        10, .. Named("8.4.0-scripted"), 1, 0, 0, 0, .. Nonce[..8], 0,
        (byte)capabilities, (byte)(capabilities >> 8), 45, 2, 0, (byte)(capabilities >> 16), (byte)(capabilities >> 24),
        21, .. new byte[10], .. Nonce[8..], 0, .. Named(plugin),
    ];

    public static byte[] SwitchTo(string plugin, byte[] nonce) => [0xfe, .. Named(plugin), .. nonce, 0];

    public static byte[] Error(int code, string text) =>
        [0xff, (byte)code, (byte)(code >> 8), (byte)'#', .. "HY000"u8, .. Encoding.UTF8.GetBytes(text)];

    public static byte[] Field(string name) =>
        [.. Prefixed("def"u8), 0, 0, 0, .. Prefixed(Encoding.UTF8.GetBytes(name)), 0, 0x0c, 45, 0, 255, 0, 0, 0, 253, 0, 0, 0, 0, 0];

    public static byte[] Row(params byte[]?[] fields) => [.. fields.SelectMany(field => field is null ? (byte[])[0xfb] : Prefixed(field))];

    public static byte[] TextRow(params string?[] fields) => Row([.. fields.Select(field => field is null ? null : Encoding.UTF8.GetBytes(field))]);

    /// <summary>Field descriptions, rows and end, in the newer form or in the one before MySQL 5.7.</summary>
    public static byte[][] Result(string[] names, byte[][] rows, bool classic = false) =>
    [
        [(byte)names.Length], .. names.Select(Field), .. classic ? (byte[][])[ClassicEnd] : [],
        .. rows, classic ? ClassicEnd : NewEnd,
    ];

    /// <summary>What is sent for a payload: its header, and further packets for what goes beyond 16 MB.</summary>
    public static byte[] Framed(byte[] payload, ref byte sequence)
    {
        const int Full = 0xffffff;
        using var sent = new MemoryStream(payload.Length + 64);
        Span<byte> header = stackalloc byte[4];
        for (var position = 0; ; position += Full)
        {
            var length = Math.Min(Full, payload.Length - position);
            BinaryPrimitives.WriteInt32LittleEndian(header, length);
            header[3] = sequence++;
            sent.Write(header);
            sent.Write(payload, position, length);
            if (length < Full)
                return sent.ToArray();
        }
    }

    static byte[] Named(string text) => [.. Encoding.UTF8.GetBytes(text), 0];

    static byte[] Prefixed(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        < 251 => [(byte)bytes.Length, .. bytes],
        <= 0xffff => [0xfc, (byte)bytes.Length, (byte)(bytes.Length >> 8), .. bytes],
        <= 0xffffff => [0xfd, (byte)bytes.Length, (byte)(bytes.Length >> 8), (byte)(bytes.Length >> 16), .. bytes],
        _ => [0xfe, .. BitConverter.GetBytes((ulong)bytes.Length), .. bytes],
    };
}
