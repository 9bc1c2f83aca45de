namespace Schema;

/// <summary>A role that a person has everywhere (<c>global</c>) or in one school.</summary>
public sealed class UserRole
{
    public Guid UserId { get; set; }

    public Guid RoleId { get; set; }

    public string ScopeType { get; set; } = "global";

    /// <summary>The id of the school; empty for <c>global</c>.</summary>
    public string ScopeKey { get; set; } = "";

    public User? User { get; set; }

    public Role? Role { get; set; }
}
