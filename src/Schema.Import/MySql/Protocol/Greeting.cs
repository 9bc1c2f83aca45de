namespace Schema.Import.MySql;

/// <summary>The server's first packet: who it is, what it can do, and the number to mix into the password.</summary>
sealed record Greeting(string Version, Capabilities Capabilities, string Plugin, byte[] Nonce)
{
    const byte Protocol = 10;
    const Capabilities Needed = Capabilities.Protocol41 | Capabilities.SecureConnection | Capabilities.PluginAuthentication;

    public static Greeting Read(ReadOnlySpan<byte> packet)
    {
        var payload = new Payload(packet);
        if (payload.Byte() is var protocol and not Protocol)
            throw new InvalidDataException($"it greets with protocol {protocol}; {Protocol} was expected (is it a MySQL server?)");

        var version = payload.TextToNul();
        payload.UInt32();
        var nonce = payload.Take(8);
        payload.Byte();
        uint capabilities = payload.UInt16();
        payload.Take(3);
        capabilities |= (uint)payload.UInt16() << 16;
        if (((Capabilities)capabilities & Needed) != Needed)
            throw new InvalidDataException($"server version {version} does not know the logins of MySQL 5.5 and later");

        var length = payload.Byte();
        payload.Take(10);
        var rest = payload.Take((ulong)Math.Max(13, length - 8));
        return new Greeting(version, (Capabilities)capabilities, payload.TextToNul(), [.. nonce, .. rest[..^1]]);
    }
}
