namespace Schema.Cli;

/// <summary>20261120100100_QueueBaseline is the id, QueueBaseline what people say.</summary>
static class MigrationName
{
    public static string Short(string id) => id[(id.IndexOf('_') + 1)..];
}
