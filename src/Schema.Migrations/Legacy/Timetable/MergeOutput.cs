using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Migrations.Timetable;

/// <summary>Writes merged users and rights for Django's <c>loaddata</c>, and says what did not fit.</summary>
public static class MergeOutput
{
    public static async Task Write(Merge merge, Stream output, CancellationToken cancellationToken)
    {
        var writer = new DjangoWriter(output);
        foreach (var user in merge.Users)
            await writer.Write("timetables.thing", user.Pk, Fields(user), cancellationToken);
        foreach (var tag in merge.Tags)
            await writer.Write("timetables.thingtag", tag.Pk, Fields(tag), cancellationToken);

        await writer.Complete(cancellationToken);
    }

    /// <summary>The sentences of the old script, then what it did not say.</summary>
    public static IEnumerable<string> Lines(Merge merge, ThingIndex events, string file)
    {
        if (merge.Missing.Count == 0)
            yield return "Merged fine with no mismatches!";
        else
        {
            yield return "The following subject fullpaths in the CSV were not found in the JSON, and were skipped.";
            yield return "The numbers show how many users had permissions to edit each skipped subject.";
            yield return "Please refer back to the original CSV to find the actual usernames.";
            yield return DjangoWriter.Layout(new(merge.Missing.Select(subject => KeyValuePair.Create(subject.Key, (JsonNode?)subject.Value))));
        }

        if (!merge.Users.Any())
            yield return "No right is given, so that there will be no users.";
        if (merge.Repeated > 0)
            yield return FormattableString.Invariant($"Rights given more than once, each written as one tag: {merge.Repeated:N0} rows too many.");
        foreach (var path in merge.CutNames)
            yield return $"{path}: the name is cut to 32 characters; the full path is kept whole.";
        foreach (var path in events.Twice)
            yield return $"{file} holds several things with the full path {path}; the last one is meant.";
        if (events.Users > 0)
            yield return FormattableString.Invariant($"{file} still holds {events.Users:N0} users: load what schema timetable events writes, not this file.");
    }

    static JsonObject Fields(UserThing user) => new()
    {
        ["data"] = user.Data,
        ["fullname"] = "A Users Calendar",
        ["fullpath"] = user.Path,
        ["name"] = user.Name,
        ["parent"] = user.Parent,
        ["pathid"] = user.PathId,
        ["type"] = "user",
    };

    static JsonObject Fields(RightTag tag) => new() { ["annotation"] = "admin", ["targetthing"] = tag.Subject, ["thing"] = tag.Holder };
}
