using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Schema.Migrations;

/// <summary>A value that a person or a school cannot have as it is because another has it, and what is to become of it.</summary>
public sealed record SchoolConflict(LegacyReference Whose, string Field, string Value, LegacyReference With, string Proposed, ConflictDecision Decision)
{
    const int DigitsOfKey = 16;

    /// <summary>
    /// Names the conflict in every run for as long as it is the same: these two, over this value. A decision about what has changed
    /// since has a key that is not known any more.
    /// </summary>
    public string DecisionKey => $"{Whose.Entity}-{Field}-{Digest(Whose.Entity, Whose.LegacyKey, Field, Value, With.Entity, With.LegacyKey)}";

    /// <summary>The parts with their lengths, so that no two lists of parts read alike.</summary>
    static string Digest(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(part)}:{part}");

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..DigitsOfKey];
    }
}
