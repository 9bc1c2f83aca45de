using System.Security.Cryptography;
using System.Text;

namespace Schema.Migrations.Timetable;

/// <summary>The paths by which the timetable calls its things.</summary>
static class ThingPath
{
    /// <summary>The thing under which the users stand; it is no user.</summary>
    public const string Root = "user";

    /// <summary>What the column of a path holds, in characters.</summary>
    public const int Longest = 2048;

    const int LongestName = 32;

    /// <summary>Whether it stands under the root, as a user or below one.</summary>
    public static bool IsUnderRoot(ReadOnlySpan<byte> path) => path.StartsWith("user/"u8);

    /// <summary>Whether it is a user: <c>user/NAME</c>.</summary>
    public static bool IsUser(ReadOnlySpan<byte> path) => IsUnderRoot(path) && path.Length > 5 && !path[5..].Contains((byte)'/');

    public static bool IsUser(string path) => IsUser(Encoding.UTF8.GetBytes(path));

    /// <summary>The last part of a user's path as the column holds it: 32 characters at most.</summary>
    public static string Name(string path, out bool isCut)
    {
        var name = path[(Root.Length + 1)..];
        var runes = name.EnumerateRunes().ToList();
        isCut = runes.Count > LongestName;

        return isCut ? string.Concat(runes.Take(LongestName)) : name;
    }

    /// <summary>The key by which the application finds a path: its SHA-1 in the base 64 of URLs, padded.</summary>
    public static string Id(string path)
    {
        // The application's own rule; nothing is protected by it.
#pragma warning disable CA5350
        var hash = SHA1.HashData(Encoding.UTF8.GetBytes(path));
#pragma warning restore CA5350
        return Convert.ToBase64String(hash).Replace('+', '-').Replace('/', '_');
    }
}
