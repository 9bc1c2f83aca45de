using System.Text;
using Schema.Import;

namespace Schema.Migrations;

public static class PlumePeople
{
    /// <summary>Ids and addresses stand in unique indexes, whose entries PostgreSQL limits to 2,704 bytes.</summary>
    const int LongestIndexed = 2600;

    static readonly LegacyKey Key = new("plume", "user");

    public static Mapped<PlumePersonRow> From(LegacyPlumeUser old)
    {
        if (old.Id.Length == 0)
            return Key.Reject(old.Id, "has an empty id");
        if (IsTooLong(old.Id))
            return Key.Reject(old.Id, "has an id of more than 2,600 bytes");

        // Spaces around an address are nobody's spelling; an empty one is none.
        var email = old.Email?.Trim(' ') is { Length: > 0 } text ? text : null;
        return email is not null && IsTooLong(email)
            ? Key.Reject(old.Id, "has an e-mail of more than 2,600 bytes")
            : new PlumePersonRow(Key.For(old.Id), old.Id, old.FirstName, old.LastName, email, Address(email));
    }

    /// <summary>What has no '@' with something before it is no address, and joins nobody.</summary>
    static string? Address(string? email) => email?.IndexOf('@') > 0 ? Folding.Email(email) : null;

    static bool IsTooLong(string text) => Encoding.UTF8.GetByteCount(text) > LongestIndexed;
}
