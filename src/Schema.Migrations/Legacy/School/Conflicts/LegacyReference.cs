namespace Schema.Migrations;

/// <summary>Somebody or a school in V1, as the conflict file names them: <c>teacher:ckx17</c>.</summary>
public readonly record struct LegacyReference(string Entity, string LegacyKey)
{
    /// <summary>Entity and key stand around the first colon, neither of them empty.</summary>
    public static LegacyReference? Parse(string text) =>
        text.IndexOf(':') is > 0 and var at && at + 1 < text.Length ? new LegacyReference(text[..at], text[(at + 1)..]) : null;

    public override string ToString() => $"{Entity}:{LegacyKey}";
}
