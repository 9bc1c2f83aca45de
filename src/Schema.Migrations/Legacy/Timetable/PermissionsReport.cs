using System.Globalization;

namespace Schema.Migrations.Timetable;

/// <summary>The rights found, sorted by subject and user, and what people lose by design.</summary>
public sealed record PermissionsReport(IReadOnlyList<EditRight> Permissions)
{
    public required int UsersWithoutRights { get; init; }

    public required long CalendarEntries { get; init; }

    public required long Locks { get; init; }

    /// <summary>What holds a right and is no user: a thing below one, or a subject.</summary>
    public required IReadOnlyList<string> Strangers { get; init; }

    public IEnumerable<string> Lines()
    {
        var users = Permissions.Select(permission => permission.Holder).Distinct().Count();
        yield return Text($"Wrote {Permissions.Count:N0} rights of {users:N0} users.");
        foreach (var line in Losses())
            yield return line;
    }

    /// <summary>What does not come along.</summary>
    public IEnumerable<string> Losses()
    {
        yield return Text($"Not carried over: {UsersWithoutRights:N0} users without rights, {CalendarEntries:N0} calendar entries, {Locks:N0} locks.");
        foreach (var stranger in Strangers)
            yield return $"Left out: the rights of {stranger}, which is no user.";
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
