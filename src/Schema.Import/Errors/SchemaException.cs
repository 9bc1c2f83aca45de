namespace Schema.Import;

/// <summary>Something a person can act on: what was found and expected, where, and what to do next.</summary>
public class SchemaException(ExitCode exit, string message, string? advice = null, Exception? cause = null)
    : Exception(message, cause)
{
    public ExitCode Exit { get; } = exit;

    public string? Advice { get; } = advice;
}
