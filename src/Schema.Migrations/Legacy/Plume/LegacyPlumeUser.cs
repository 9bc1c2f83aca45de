using Schema.Import;

namespace Schema.Migrations;

/// <summary>A registration as Plume keeps it; its id is opaque text, never parsed and never trimmed.</summary>
public sealed record LegacyPlumeUser([Key] string Id, string? FirstName, string? LastName, string? Email);
