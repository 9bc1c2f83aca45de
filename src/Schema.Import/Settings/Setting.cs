namespace Schema.Import;

/// <summary>One effective value and where it came from: an option, the environment, a file or a default.</summary>
public sealed record Setting(string Name, string Value, string Origin);
