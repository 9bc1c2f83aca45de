using Schema.Migrations.Timetable;

namespace Schema.Cli;

/// <summary>Rights that are given to Play's users: from wherever they come, the users keep the data they have on Play.</summary>
sealed class GivenRights(PermissionsReport play, IReadOnlyDictionary<string, string> data)
{
    const int Named = 3;

    readonly HashSet<string> holders = [];
    readonly SortedSet<string> differing = new(StringComparer.Ordinal);

    public EditRight Take(EditRight right)
    {
        holders.Add(right.Holder);
        if (!data.TryGetValue(right.Holder, out var own) || own == right.Data)
            return right;

        // In it is the salt that signs the address of the user's calendar.
        differing.Add(right.Holder);
        return right with { Data = own };
    }

    public IEnumerable<string> Lines()
    {
        if (differing.Count > 0)
            yield return $"Play's own data is kept, not that of the CSV, for {List(differing)}.";

        string[] leftOut = [.. play.Permissions.Select(right => right.Holder).Distinct().Where(holder => !holders.Contains(holder))];
        if (leftOut.Length > 0)
            yield return $"Not carried over, for the CSV leaves them out: {List(leftOut)}.";
    }

    static string List(IReadOnlyCollection<string> users) =>
        string.Join(", ", users.Take(Named)) + (users.Count > Named ? FormattableString.Invariant($" and {users.Count - Named:N0} more users") : "");
}
