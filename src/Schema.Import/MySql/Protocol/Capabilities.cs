namespace Schema.Import.MySql;

/// <summary>What client and server can agree on in their greeting; only what this reader uses has a name.</summary>
[Flags]
enum Capabilities : uint
{
    None = 0,
    LongPassword = 1 << 0,
    ConnectWithDatabase = 1 << 3,
    Protocol41 = 1 << 9,
    Tls = 1 << 11,
    Transactions = 1 << 13,
    SecureConnection = 1 << 15,
    PluginAuthentication = 1 << 19,
    LengthEncodedAuthentication = 1 << 21,
    DeprecateEof = 1 << 24,
}
