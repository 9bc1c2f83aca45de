namespace Schema;

/// <summary>A node of the timetable's hierarchy: a tripos, a part, a subject, a module, a user.</summary>
public sealed class Thing
{
    public int Id { get; set; }

    public int? ParentId { get; set; }

    public required string PathId { get; set; }

    public required string FullPath { get; set; }

    public required string Name { get; set; }

    public string Data { get; set; } = "";

    public string Type { get; set; } = "";

    public required string FullName { get; set; }

    public Thing? Parent { get; set; }
}
