using System.Text;
using Schema.Import;

namespace Schema.Migrations.Timetable;

/// <summary>Finds who may edit what in a dump, in whatever order its rows come.</summary>
public sealed class PermissionsFilter(DjangoRows rows)
{
    readonly Dictionary<long, (string Path, string Data)> things = [];
    readonly Dictionary<long, long> entries = [];
    readonly List<(long Index, long Pk, long Holder, long Target)> rights = [];
    long locks;

    public async Task<PermissionsReport> Run(CancellationToken cancellationToken)
    {
        while (await rows.Read(cancellationToken))
            Take(rows.Row);

        var found = rights.Select(right => (Subject: Found(right.Target, "targetthing", right), Holder: Found(right.Holder, "thing", right))).ToList();
        var permissions = found
            .Where(right => ThingPath.IsUser(right.Holder.Path))
            .Select(right => new EditRight(right.Subject.Path, right.Holder.Path, right.Holder.Data))
            .OrderBy(permission => permission.Subject, CodePointOrder.Instance)
            .ThenBy(permission => permission.Holder, CodePointOrder.Instance)
            .ToList();
        var users = things.Values.Where(thing => ThingPath.IsUser(thing.Path)).Select(thing => thing.Path).ToHashSet();

        return new PermissionsReport(permissions)
        {
            UsersWithoutRights = users.Except(permissions.Select(permission => permission.Holder)).Count(),
            CalendarEntries = entries.Where(entry => things.TryGetValue(entry.Key, out var thing) && ThingPath.IsUnderRoot(Encoding.UTF8.GetBytes(thing.Path))).Sum(entry => entry.Value),
            Locks = locks,
            Strangers = [.. found.Where(right => !ThingPath.IsUser(right.Holder.Path)).Select(right => right.Holder.Path).Distinct()],
        };
    }

    void Take(DjangoRow row)
    {
        if (row.Is("timetables.thing"u8))
            Add(row);
        else if (row.Is("timetables.thinglock"u8))
            locks++;
        else if (row.Is("timetables.eventsourcetag"u8) || row.Is("timetables.eventtag"u8))
            Entry(row.Reference("thing"u8));
        else if (row.Is("timetables.thingtag"u8) && UserRows.IsRight(row))
            rights.Add((row.Index, row.Pk, Required(row, "thing"), Required(row, "targetthing")));
    }

    void Add(DjangoRow row)
    {
        var path = Encoding.UTF8.GetString(row.Text("fullpath"u8));
        var data = path.StartsWith("user/", StringComparison.Ordinal) && row.TryText("data"u8, out var text) ? Encoding.UTF8.GetString(text) : "";
        things[row.Pk] = (path, data);
    }

    void Entry(long? thing)
    {
        if (thing is { } pk)
            entries[pk] = entries.GetValueOrDefault(pk) + 1;
    }

    static long Required(DjangoRow row, string field) =>
        row.Reference(Encoding.UTF8.GetBytes(field)) ?? throw row.Refused($"it is a right and has no {field}");

    (string Path, string Data) Found(long pk, string field, (long Index, long Pk, long Holder, long Target) right) => things.TryGetValue(pk, out var thing)
        ? thing
        : throw new SchemaException(
            ExitCode.DataRefused,
            FormattableString.Invariant($"{rows.File}[{right.Index}] (timetables.thingtag {right.Pk}): its {field} {pk} is not in the dump."),
            "Nothing was written. Dump it again, while nobody edits.");
}
