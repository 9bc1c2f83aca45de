namespace Schema.Import;

/// <summary>What a run tells the shell; the numbers are a contract with scripts.</summary>
public enum ExitCode
{
    Done = 0,
    Difference = 1,
    Usage = 2,
    DataRefused = 3,
    Unreachable = 4,
    Guarded = 5,
    Bug = 70,
    Cancelled = 130,
}
