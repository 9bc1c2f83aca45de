namespace Schema.Import;

/// <summary>The names of an enumeration as legacy systems spell them: case and underscores do not count.</summary>
static class EnumLabel<TEnum>
    where TEnum : struct, Enum
{
    static readonly Dictionary<string, TEnum> Values = Enum.GetNames<TEnum>().ToDictionary(SnakeCase.Fold, Enum.Parse<TEnum>);

    public static TEnum Parse(string label, int member) =>
        Values.TryGetValue(SnakeCase.Fold(label), out var value)
            ? value
            : throw new FieldRefusedException(member, $"is '{FieldText.Shorten(label)}', which {typeof(TEnum).Name} does not name");
}
