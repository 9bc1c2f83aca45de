namespace Schema.Import.Transfer;

/// <summary>What may become text, and how much of a look each value needs.</summary>
static class TextChoice
{
    public static Conversion? For(SourceType source, TargetType target)
    {
        var padded = target.Name == "bpchar";
        // Blanks at the end of a char do not count, so only what has none of its own may become one.
        if (padded && source.Kind is not (SourceKind.Char or SourceKind.Text or SourceKind.Enum or SourceKind.Uuid))
            return null;

        return source.Kind switch
        {
            SourceKind.Char or SourceKind.Text or SourceKind.Enum or SourceKind.Set or SourceKind.Json or SourceKind.Uuid =>
                new TextConversion(Limit(source, target), padded),
            SourceKind.Integer or SourceKind.Decimal or SourceKind.Date or SourceKind.DateTime or SourceKind.Time => new TextConversion(target.Length, false),
            _ => null,
        };
    }

    static int? Limit(SourceType source, TargetType target) =>
        target.Name != "bpchar" && source is { Kind: SourceKind.Char or SourceKind.Text, Size: { } size } && size <= target.Length ? null : target.Length;
}
