using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Schema.Import;

/// <summary>What a step needs while it runs, and what it counts.</summary>
sealed class StepRun(
    ImportContext context, ImportPlan plan, ImportStep step, SourceSessions sessions, IReadOnlyDictionary<string, TargetTable>? tables = null)
    : IAsyncDisposable
{
    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    readonly long started = Stopwatch.GetTimestamp();
    long reported;
    long? expected;
    ImportSource? reading;

    public ImportContext Context => context;

    public NpgsqlConnection Target => context.Target;

    public List<Conflict> Conflicts { get; } = [];

    public RejectLog Rejects { get; } = new(context.RejectsFolder, plan.Import.Name, step.Name);

    /// <summary>How sentences begin: <c>OrchardImport, step growers</c>.</summary>
    public string Where => $"{plan.Import.Title}, step {step.Name}";

    public string ImportName => plan.Import.Name;

    public string StepName => step.Name;

    public bool IsCheck => plan.IsCheck;

    public SourceSession Session(ImportSource source) => sessions.For(source);

    /// <summary>The first sign; how many rows are to come is asked only where somebody watches.</summary>
    public async Task Begin(ImportSource source, CancellationToken cancellationToken)
    {
        reading = source;
        expected = context.Progress is null ? null : await source.Estimate(Session(source), cancellationToken);
        Progress(0, atAnEnd: true);
    }

    /// <summary>At most ten signs a second, and one at each end.</summary>
    public void Progress(long rows, bool atAnEnd = false)
    {
        if (context.Progress is null || (!atAnEnd && Stopwatch.GetElapsedTime(reported) < Pace))
            return;

        reported = Stopwatch.GetTimestamp();
        context.Progress.Report(new ImportProgress(plan.Import.Name, step.Name, rows, expected ?? reading?.Estimate(Session(reading), rows)));
    }

    public async Task Execute(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<long> Count(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    public async Task<TargetTable> Table(string name, CancellationToken cancellationToken) =>
        tables?.GetValueOrDefault(name) ?? await TargetTable.Find(Target, name, cancellationToken) ?? throw new SchemaException(
            ExitCode.Usage,
            $"{Where}: there is no table {name}.",
            "The migration that makes it runs before the import.");

    public NpgsqlCommand Command(string sql) => new(sql, Target, context.Transaction) { CommandTimeout = 0 };

    public StepReport Report(StepReport counts) => counts with
    {
        Rejected = Rejects.Count,
        Rejects = Rejects.First,
        RejectsFile = Rejects.Count > 0 ? Rejects.Path : null,
        Duration = Stopwatch.GetElapsedTime(started),
    };

    public SchemaException Refuse(string found, string? advice = null, Exception? cause = null) =>
        new(ExitCode.DataRefused, $"{Where}: {found}", advice, cause);

    /// <summary>What the server refused, in its own words; values of secret columns are not repeated.</summary>
    public SchemaException Refused(PostgresException refused, TargetTable table, IReadOnlyList<RecordMember> members, string? row = null)
    {
        var secrets = members.Where(member => member.IsSecret).Select(member => member.Column);
        var detail = refused.Detail is { } text && !text.StartsWith("Detail redacted", StringComparison.Ordinal) && !secrets.Any(text.Contains)
            ? $" {text}"
            : "";

        return Refuse($"{table.Shown} refused {row ?? "a row"}: {refused.MessageText}.{detail}", "Nothing was changed.", refused);
    }

    public ValueTask DisposeAsync() => Rejects.DisposeAsync();
}
