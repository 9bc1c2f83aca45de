namespace Schema;

public sealed class Permission
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    public string? Alias { get; set; }

    public Guid ModuleId { get; set; }

    /// <summary><c>account</c> for people of a school, <c>admin</c> for those who run the platform.</summary>
    public required string Scope { get; set; }

    public PermissionModule? Module { get; set; }
}
