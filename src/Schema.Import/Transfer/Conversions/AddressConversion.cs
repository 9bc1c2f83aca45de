using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Schema.Import.Transfer;

/// <summary>An address of the internet as <c>inet</c> writes it; what other programs would read as another address is refused.</summary>
sealed class AddressConversion : Conversion
{
    public override string? Rule => "an IP address in its one form";

    public override string? Check(ReadOnlySpan<byte> value) => Read(value) is null ? "is no IP address" : null;

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line) => line.Raw(Encoding.ASCII.GetBytes(Read(value)!.ToString()));

    /// <summary>Some programs read 010.0.0.1 in octal and 10.1 as 10.0.0.1; a zone such as %eth0 is no part of an inet.</summary>
    static IPAddress? Read(ReadOnlySpan<byte> value)
    {
        var text = Encoding.UTF8.GetString(value);
        return IPAddress.TryParse(text, out var address) && !text.Contains('%') && !text.Contains('[')
            && (address.AddressFamily == AddressFamily.InterNetworkV6 || address.ToString() == text)
                ? address
                : null;
    }
}
