using System.Globalization;
using Schema.Import;

namespace Schema.Migrations.Timetable;

/// <summary>A user to be made, with the data of the last row that names the user.</summary>
public sealed record UserThing(long Pk, string Path, string Name, string PathId, string Data, long Parent);

/// <summary>A right to be made.</summary>
public sealed record RightTag(long Pk, long Holder, long Subject);

/// <summary>Gives rights by path the keys of a dump of events; a subject counts only by its exact full path.</summary>
public sealed class Merge
{
    readonly ThingIndex events;
    readonly long root;
    readonly Dictionary<string, (long Pk, string Data)> users = new(StringComparer.Ordinal);
    readonly List<string> order = [];
    readonly List<RightTag> tags = [];
    readonly HashSet<(string Subject, string Holder)> given = [];
    readonly SortedDictionary<string, int> missing = new(CodePointOrder.Instance);

    public Merge(ThingIndex events, string file)
    {
        this.events = events;
        if (!events.TryFind(ThingPath.Root, out root))
            throw new SchemaException(
                ExitCode.DataRefused,
                $"{file} holds no thing with the full path 'user', under which the users are put.",
                "Nothing was written. Is it the whole output of schema timetable events?");
    }

    /// <summary>Subjects without a match, and how many users had a right to each.</summary>
    public IReadOnlyDictionary<string, int> Missing => missing;

    /// <summary>Rights that were given more than once; each is one tag.</summary>
    public int Repeated { get; private set; }

    public IReadOnlyList<RightTag> Tags => tags;

    public IEnumerable<UserThing> Users => order.Select(path =>
        new UserThing(users[path].Pk, path, ThingPath.Name(path, out _), ThingPath.Id(path), users[path].Data, root));

    /// <summary>Users whose name the column cannot hold whole.</summary>
    public IEnumerable<string> CutNames => order.Where(path =>
    {
        ThingPath.Name(path, out var isCut);
        return isCut;
    });

    public void Add(EditRight permission)
    {
        if (!users.TryGetValue(permission.Holder, out var user))
        {
            user.Pk = Next(events.HighestThing, order.Count, "thing");
            order.Add(permission.Holder);
        }

        users[permission.Holder] = (user.Pk, permission.Data);
        if (!given.Add((permission.Subject, permission.Holder)))
            Repeated++;
        else if (events.TryFind(permission.Subject, out var subject))
            tags.Add(new RightTag(Next(events.HighestThingTag, tags.Count, "thingtag"), user.Pk, subject));
        else
            missing[permission.Subject] = missing.GetValueOrDefault(permission.Subject) + 1;
    }

    static long Next(long highest, int used, string model) => highest + used + 1 is var next && next <= int.MaxValue
        ? next
        : throw new SchemaException(
            ExitCode.DataRefused,
            string.Create(CultureInfo.InvariantCulture, $"No key is left for a timetables.{model}: the highest is {highest}, and the column holds {int.MaxValue} at most."));
}
