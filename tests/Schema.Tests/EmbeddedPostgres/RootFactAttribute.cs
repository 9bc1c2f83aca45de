namespace Schema.Tests.EmbeddedPostgres;

/// <summary>A fact about what root meets: other users, and folders that they cannot enter.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!Environment.IsPrivilegedProcess)
            Skip = "Only root can act as several users.";
    }
}
