using System.Globalization;
using Schema.Import;

namespace Schema.Migrations.Timetable;

/// <summary>What the split left, and what it left out.</summary>
public sealed class EventsReport
{
    readonly SortedDictionary<string, long> unknown = new(CodePointOrder.Instance);

    public long Read { get; internal set; }

    public long Written { get; internal set; }

    public long Users { get; private set; }

    public long BelowUsers { get; private set; }

    public long Rights { get; private set; }

    public long CalendarEntries { get; private set; }

    public long OtherTags { get; private set; }

    public long Locks { get; private set; }

    /// <summary>Rows of models that are not the timetable's; the filter keeps them.</summary>
    public IReadOnlyDictionary<string, long> Unknown => unknown;

    public IEnumerable<string> Lines(string fateOfUnknown = "kept as it is")
    {
        yield return Text($"Read {Read:N0} rows, wrote {Written:N0}.");
        yield return Text($"Left out: {Users:N0} users, {BelowUsers:N0} things below users, {Rights:N0} rights, {CalendarEntries:N0} calendar entries, {OtherTags:N0} other tags of users, {Locks:N0} locks.");
        foreach (var (model, count) in unknown)
            yield return Text($"Not a model of the timetable, {fateOfUnknown}: {model} ({count:N0} rows).");
    }

    internal void Count(Verdict verdict, DjangoRow? row)
    {
        switch (verdict)
        {
            case Verdict.Person: Users++; break;
            case Verdict.BelowUser: BelowUsers++; break;
            case Verdict.Right: Rights++; break;
            case Verdict.Calendar: CalendarEntries++; break;
            case Verdict.OtherTag: OtherTags++; break;
            case Verdict.Lock: Locks++; break;
            case Verdict.Kept when row is not null && !TimetableModels.Know(row):
                unknown[row.Model] = unknown.GetValueOrDefault(row.Model) + 1;
                break;
            default: break;
        }
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
