using System.Security.Cryptography;
using System.Text;

namespace Schema.Tests.Migrations;

/// <summary>The frozen rule of name-based ids, written a second time: the migrations' SQL has to agree with it.</summary>
static class NamedId
{
    public static Guid Of(string system, string entity, string key)
    {
        var parts = new[] { system, entity, key }.Select(part => $"{Encoding.UTF8.GetByteCount(part)}:{part}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes("schema:v1" + string.Concat(parts)));
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);

        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
