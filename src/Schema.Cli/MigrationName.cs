namespace Schema.Cli;

/// <summary>20261120100100_QueueBaseline is the id, QueueBaseline what people say; other subjects are said as they are.</summary>
static class MigrationName
{
    const int Time = 14;

    public static string Short(string id) =>
        id.Length > Time && id[Time] == '_' && id.AsSpan(0, Time).IndexOfAnyExceptInRange('0', '9') < 0 ? id[(Time + 1)..] : id;

    public static string List(IEnumerable<string> ids) => string.Join(", ", ids.Select(Short));
}
