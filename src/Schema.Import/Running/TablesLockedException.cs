namespace Schema.Import;

/// <summary>Somebody else holds a lock on a table that the run needs; nothing was written, so the run can start again.</summary>
public sealed class TablesLockedException(string table, string holder)
    : SchemaException(
        ExitCode.Unreachable,
        $"The table {table} could not be locked within 5 seconds: {holder}.",
        "Nothing was changed. Wait until that session ends, or end it.");
