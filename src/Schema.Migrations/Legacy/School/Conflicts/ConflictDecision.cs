namespace Schema.Migrations;

/// <summary>What becomes of a value that two people have.</summary>
public enum ConflictDecision
{
    /// <summary>This person has it as it is, and the other gives way.</summary>
    Keep,

    /// <summary>This person has it with a suffix that makes it another.</summary>
    Suffix,

    /// <summary>Both are one person.</summary>
    Merge,

    /// <summary>This person goes without it.</summary>
    Drop,
}
