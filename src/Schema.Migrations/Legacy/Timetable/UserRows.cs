using Schema.Import;

namespace Schema.Migrations.Timetable;

/// <summary>What a row of the timetable is to the split into events and users.</summary>
enum Verdict
{
    Kept,

    /// <summary>A tag of a thing that has not been seen yet; kept unless that turns out to be a user.</summary>
    Doubtful,
    Person,
    BelowUser,
    Right,
    Calendar,
    OtherTag,
    Lock,
}

/// <summary>The things that a tag ties, and whether it is an entry in a calendar.</summary>
readonly record struct UserTag(long? Source, long? Target, bool IsCalendar);

/// <summary>Tells the rows of users from all others, in whatever order they come.</summary>
sealed class UserRows
{
    readonly HashSet<long> users = [];
    readonly HashSet<long> others = [];

    public Verdict Judge(DjangoRow row, out UserTag tag)
    {
        tag = default;
        if (row.Is("timetables.thing"u8))
            return JudgeThing(row);

        if (row.Is("timetables.thinglock"u8))
            return Verdict.Lock;

        if (row.Is("timetables.thingtag"u8))
            tag = new UserTag(row.Reference("thing"u8), row.Reference("targetthing"u8), false);
        else if (row.Is("timetables.eventsourcetag"u8) || row.Is("timetables.eventtag"u8))
            tag = new UserTag(row.Reference("thing"u8), null, true);
        else
            return Verdict.Kept;

        if (!tag.IsCalendar && IsRight(row))
            return Verdict.Right;

        return Owns(tag) ? (tag.IsCalendar ? Verdict.Calendar : Verdict.OtherTag)
            : IsOther(tag.Source) && IsOther(tag.Target) ? Verdict.Kept
            : Verdict.Doubtful;
    }

    public bool Owns(UserTag tag) => (tag.Source is { } thing && users.Contains(thing)) || (tag.Target is { } target && users.Contains(target));

    /// <summary>A right to edit is the annotation <c>admin</c>, to the letter.</summary>
    public static bool IsRight(DjangoRow tag) => tag.TryText("annotation"u8, out var annotation) && annotation.SequenceEqual("admin"u8);

    bool IsOther(long? thing) => thing is not { } pk || others.Contains(pk);

    Verdict JudgeThing(DjangoRow row)
    {
        var path = row.Text("fullpath"u8);
        if (!ThingPath.IsUnderRoot(path))
        {
            others.Add(row.Pk);
            return Verdict.Kept;
        }

        users.Add(row.Pk);
        return ThingPath.IsUser(path) ? Verdict.Person : Verdict.BelowUser;
    }
}
