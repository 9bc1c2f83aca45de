namespace Schema.Import;

/// <summary>The legacy system went away while it was read; the run can start again from nothing.</summary>
public sealed class SourceLostException(string source, Exception cause)
    : SchemaException(
        ExitCode.Unreachable,
        $"The source {source} was lost while it was read: {cause.Message}",
        "Nothing was changed. Start again when the source can be reached.",
        cause);
