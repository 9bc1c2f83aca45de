namespace Schema;

/// <summary>A part of the application that permissions are about.</summary>
public sealed class PermissionModule
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    public string? Alias { get; set; }

    public bool IsActive { get; set; } = true;

    public ICollection<Permission> Permissions { get; } = [];
}
