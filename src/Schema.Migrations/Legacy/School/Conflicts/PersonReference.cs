namespace Schema.Migrations;

/// <summary>Somebody in V1, as the conflict file names him: <c>teacher:ckx17</c>.</summary>
public readonly record struct PersonReference(string Entity, string LegacyKey)
{
    /// <summary>Entity and key stand around the first colon, neither of them empty.</summary>
    public static PersonReference? Parse(string text) =>
        text.IndexOf(':') is > 0 and var at && at + 1 < text.Length ? new PersonReference(text[..at], text[(at + 1)..]) : null;

    public override string ToString() => $"{Entity}:{LegacyKey}";
}
