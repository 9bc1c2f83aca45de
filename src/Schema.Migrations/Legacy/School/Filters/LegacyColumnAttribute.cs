namespace Schema.Migrations;

/// <summary>A column whose name in the legacy table is not the member's in camel case, or other names by which a filter may call it.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class LegacyColumnAttribute(string name, params string[] alsoKnownAs) : Attribute
{
    public string Name { get; } = name;

    public IReadOnlyList<string> AlsoKnownAs { get; } = alsoKnownAs;
}
