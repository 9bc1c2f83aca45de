namespace Schema;

/// <summary>A role's id is named by its name, the same in every database.</summary>
public sealed class Role
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    public ICollection<RolePermission> Permissions { get; } = [];
}
