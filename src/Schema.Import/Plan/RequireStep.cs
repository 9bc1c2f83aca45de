using System.Globalization;

namespace Schema.Import;

/// <summary>Rows that stop a run before anything more is written; no budget allows them.</summary>
public sealed class RequireStep : ImportStep
{
    const int Shown = 20;

    readonly string sql;
    string advice = "Nothing was changed. Correct these rows in the source.";
    ExitCode exit = ExitCode.DataRefused;

    internal RequireStep(string name, string sql)
        : base(name, null) => this.sql = sql;

    /// <summary>What to do about it, and the exit code, where the data is not at fault but what was asked for.</summary>
    public RequireStep Else(ExitCode code, string whatToDo)
    {
        (exit, advice) = (code, whatToDo);
        return this;
    }

    internal override async Task<StepReport> Run(StepRun run, CancellationToken cancellationToken)
    {
        await using (var command = run.Command(sql))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                var reject = new Reject(reader.GetString(0), reader.GetString(1), reader.GetString(2)) { Position = run.StepName };
                run.Rejects.Add(reject, new Dictionary<string, string?>());
            }
        }

        var report = run.Report(new StepReport(Name, null));
        if (report.Rejected > 0 && (exit != ExitCode.DataRefused || !run.IsCheck))
            throw new SchemaException(exit, Sentence(run, report), advice);

        return report with { Read = report.Rejected };
    }

    static string Sentence(StepRun run, StepReport report)
    {
        var lines = report.Rejects.Take(Shown).Select(reject => $"{reject.Entity} {reject.Key} {reject.Reason}").ToList();
        if (report.Rejected > Shown)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"and {report.Rejected - Shown:N0} others: {report.RejectsFile}"));

        return $"{run.Where}:\n  {string.Join("\n  ", lines)}";
    }
}
