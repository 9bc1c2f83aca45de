namespace Schema.Migrations;

/// <summary>Words of V1 that stand for one of few things; what is not known is <see langword="null"/>, never a guess.</summary>
public static class SchoolWords
{
    /// <summary><c>private</c>, <c>public</c> or <c>international</c>.</summary>
    public static string? Type(string? text) => PlainText.Folded(text) is var type and ("private" or "public" or "international") ? type : null;

    /// <summary><c>female</c> or <c>male</c>.</summary>
    public static string? Gender(string? text) => PlainText.Folded(text) switch
    {
        "f" or "female" or "girl" or "woman" => "female",
        "m" or "male" or "boy" or "man" => "male",
        _ => null,
    };

    /// <summary><c>father</c>, <c>mother</c>, or <c>guardian</c>, which is what everybody else is who answers for a child.</summary>
    public static string Relationship(string? text)
    {
        var folded = PlainText.Folded(text);

        return Contains(folded, "father", "dad") ? "father"
            : Contains(folded, "mother", "mom", "mum") ? "mother"
            : "guardian";
    }

    static bool Contains(string text, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            if (text.Contains(part, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
