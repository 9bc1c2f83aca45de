namespace Schema.Migrations;

/// <summary>What becomes of a value that two people, or two schools, have.</summary>
public enum ConflictDecision
{
    /// <summary>This one has it as it is, and the other gives way.</summary>
    Keep,

    /// <summary>This one has it with a suffix that makes it another, or another that was chosen.</summary>
    Suffix,

    /// <summary>Both are one person; schools cannot be.</summary>
    Merge,

    /// <summary>This one goes without it.</summary>
    Drop,
}
