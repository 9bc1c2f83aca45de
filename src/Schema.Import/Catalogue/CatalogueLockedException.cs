namespace Schema.Import;

/// <summary>A session that changes tables keeps all others from reading their shape.</summary>
public sealed class CatalogueLockedException(string database, Exception cause) : SchemaException(
    ExitCode.Unreachable,
    $"The shape of {database} cannot be read now: another session changes a table and holds it locked.",
    "schema status tells who; schema wait returns when a migration has ended.",
    cause);
