namespace Schema.Import;

/// <summary>A member whose value is never shown: rejects, errors and reports have <c>***</c> in its place.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
