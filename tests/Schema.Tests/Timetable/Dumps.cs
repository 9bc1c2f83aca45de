using System.Text;
using Schema.Import;
using Schema.Migrations.Timetable;

namespace Schema.Tests.Timetable;

/// <summary>Short ways to write the rows of a dump, and to run the filters over literal text.</summary>
static class Dumps
{
    public const string Root = """{"pk": 1, "model": "timetables.thing", "fields": {"fullpath": "user", "data": ""}}""";

    public static string Thing(int pk, string path, string data = "") =>
        $$$"""{"pk": {{{pk}}}, "model": "timetables.thing", "fields": {"fullpath": "{{{path}}}", "data": "{{{data}}}"}}""";

    public static string Tag(int pk, string annotation, int thing, int target) =>
        $$$"""{"pk": {{{pk}}}, "model": "timetables.thingtag", "fields": {"annotation": {{{annotation}}}, "thing": {{{thing}}}, "targetthing": {{{target}}}}}""";

    public static string EventSourceTag(int pk, int thing) =>
        $$$"""{"pk": {{{pk}}}, "model": "timetables.eventsourcetag", "fields": {"annotation": null, "thing": {{{thing}}}, "eventsource": 1}}""";

    public static string EventTag(int pk, int thing) =>
        $$$"""{"pk": {{{pk}}}, "model": "timetables.eventtag", "fields": {"annotation": "", "thing": {{{thing}}}, "event": 1}}""";

    public static string Of(params string[] rows) => $"[{string.Join(", ", rows)}]";

    public static DjangoRows Rows(string dump, string file = "live.dump") => Rows(Encoding.UTF8.GetBytes(dump), file);

    public static DjangoRows Rows(byte[] dump, string file = "live.dump") => new(new MemoryStream(dump), file);

    public static async Task<(string Output, EventsReport Report)> Events(string dump)
    {
        using var output = new MemoryStream();
        await using var rows = Rows(dump);
        var report = await new EventsFilter(rows, output).Run(default);

        return (Text(output), report);
    }

    public static async Task<(string Output, PermissionsReport Report)> Permissions(string dump)
    {
        using var output = new MemoryStream();
        await using var rows = Rows(dump, "play.dump");
        var report = await new PermissionsFilter(rows).Run(default);
        await PermissionFile.Write(output, report.Permissions, default);

        return (Text(output), report);
    }

    public static async Task<(string Output, string Report)> Merge(string events, string csv)
    {
        using var output = new MemoryStream();
        await using var rows = Rows(events, "events.json");
        var index = await ThingIndex.Read(rows, default);
        var merge = new Merge(index, "events.json");
        await foreach (var permission in PermissionFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "perms.csv", default))
            merge.Add(permission);

        await MergeOutput.Write(merge, output, default);
        return (Text(output), string.Join('\n', MergeOutput.Lines(merge, index, "events.json")));
    }

    /// <summary>The keys of the rows that an output holds, as <c>thing 1</c>.</summary>
    public static IEnumerable<string> Kept(string output) =>
        System.Text.Json.Nodes.JsonNode.Parse(output)!.AsArray().Select(row => $"{(string)row!["model"]!} {row["pk"]}"["timetables.".Length..]);

    static string Text(MemoryStream output) => Encoding.UTF8.GetString(output.ToArray());
}
