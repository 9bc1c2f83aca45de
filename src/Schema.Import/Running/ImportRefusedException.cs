namespace Schema.Import;

/// <summary>Data was refused; the report says how far the run came before it is rolled back.</summary>
public sealed class ImportRefusedException(string message, string? advice, ImportReport report, Exception? cause = null)
    : SchemaException(ExitCode.DataRefused, message, advice, cause)
{
    public ImportReport Report { get; } = report;
}
