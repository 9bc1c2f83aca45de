namespace Schema.Migrations;

/// <summary>
/// A registration on its way to becoming a person: the id it will have, and the address by which it is compared with others.
/// </summary>
public sealed record PlumePersonRow(Guid Id, string ExternalId, string? FirstName, string? LastName, string? Email, string? Address);
