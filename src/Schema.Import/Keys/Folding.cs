namespace Schema.Import;

/// <summary>How e-mail addresses are compared: the twin of <c>lower(btrim(email) collate "C")</c>, the same on every machine.</summary>
public static class Folding
{
    public static string Email(string email)
    {
        var trimmed = email.AsSpan().Trim(' ');
        return trimmed.Length == email.Length && !trimmed.ContainsAnyInRange('A', 'Z')
            ? email
            : string.Create(trimmed.Length, trimmed, Lower);
    }

    static void Lower(Span<char> lowered, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
            lowered[i] = char.IsAsciiLetterUpper(text[i]) ? (char)(text[i] | 0x20) : text[i];
    }
}
