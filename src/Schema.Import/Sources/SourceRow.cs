namespace Schema.Import;

/// <summary>A legacy row as it was read, or why it could not become a record.</summary>
public readonly record struct SourceRow<TLegacy>(long Position, TLegacy? Record, SourceRefusal? Refusal = null);

/// <summary>A row that does not fit its record: its key, its raw fields with secrets masked, and the reason.</summary>
public sealed record SourceRefusal(string Key, string Reason, IReadOnlyDictionary<string, string?> Fields);
