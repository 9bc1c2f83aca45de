namespace Schema.Import;

/// <summary>The member of a legacy record that names its row in errors and rejects; without it, the first one does.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class KeyAttribute : Attribute;
