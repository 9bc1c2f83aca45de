using Schema.Import;

namespace Schema.Migrations.Timetable;

/// <summary>Leaves what is about events: everything but the users, their rights, locks and tags.</summary>
public sealed class EventsFilter(DjangoRows rows, Stream output, ThingIndex? index = null)
{
    readonly EventsReport report = new();
    readonly UserRows users = new();
    readonly DjangoWriter writer = new(output);
    readonly List<(UserTag Tag, long Start, long End)> doubtful = [];

    /// <summary>Writes into a stream that can be read and sought: a user may come after a tag that has been written.</summary>
    public async Task<EventsReport> Run(CancellationToken cancellationToken)
    {
        while (await rows.Read(cancellationToken))
        {
            report.Read++;
            var verdict = users.Judge(rows.Row, out var tag);
            report.Count(verdict, rows.Row);
            if (verdict == Verdict.Kept || verdict == Verdict.Doubtful)
                await Write(verdict, tag, cancellationToken);
        }

        await writer.Complete(cancellationToken);
        await TakeBack(cancellationToken);

        return report;
    }

    async ValueTask Write(Verdict verdict, UserTag tag, CancellationToken cancellationToken)
    {
        var start = writer.Length;
        await writer.Write(rows.Row, cancellationToken);
        index?.Take(rows.Row);
        report.Written++;
        if (verdict == Verdict.Doubtful)
            doubtful.Add((tag, start, writer.Length));
    }

    async Task TakeBack(CancellationToken cancellationToken)
    {
        var cuts = new WrittenRows(output, writer.Count);
        foreach (var (tag, start, end) in doubtful.Where(written => users.Owns(written.Tag)))
        {
            cuts.Cut(start, end);
            report.Written--;
            report.Count(tag.IsCalendar ? Verdict.Calendar : Verdict.OtherTag, row: null);
        }

        await cuts.Complete(cancellationToken);
    }
}
