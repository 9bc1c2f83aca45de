using System.Globalization;
using System.Text.Json;

namespace Schema.Seeding;

/// <summary>Rows as Django's <c>dumpdata</c> writes them.</summary>
sealed class DumpRows(Utf8JsonWriter json)
{
    public void Row(string model, int key, Action<Utf8JsonWriter> fields)
    {
        json.WriteStartObject();
        json.WriteNumber("pk", key);
        json.WriteString("model", model);
        json.WriteStartObject("fields");
        fields(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public void Thing(int key, int? parent, string pathid, string fullpath, string type, string fullname) => Row("timetables.thing", key, fields =>
    {
        Reference("parent", parent);
        fields.WriteString("pathid", pathid);
        fields.WriteString("fullpath", fullpath);
        fields.WriteString("name", pathid);
        fields.WriteString("data", "{}");
        fields.WriteString("type", type);
        fields.WriteString("fullname", fullname);
    });

    public void EventSource(int key, string title) => Row("timetables.eventsource", key, fields =>
    {
        fields.WriteBoolean("current", true);
        fields.WriteString("versionstamp", "2013-09-01T08:00:00Z");
        fields.WriteString("data", "{}");
        fields.WriteString("title", title);
        fields.WriteString("sourcetype", "pattern");
        fields.WriteNull("sourceurl");
        fields.WriteString("sourcefile", "");
        Reference("master", key);
    });

    public void Event(int key, int source, DateTimeOffset start, string place) => Row("timetables.event", key, fields =>
    {
        fields.WriteBoolean("current", true);
        fields.WriteString("versionstamp", "2013-09-01T08:00:00.123Z");
        fields.WriteString("data", "{}");
        fields.WriteString("start", Time(start));
        fields.WriteString("end", Time(start.AddHours(1)));
        fields.WriteString("starttz", "Europe/London");
        fields.WriteString("endtz", "Europe/London");
        fields.WriteString("title", "Lecture");
        fields.WriteString("location", place);
        fields.WriteString("uid", string.Create(CultureInfo.InvariantCulture, $"{key}@example.org"));
        Reference("master", key);
        Reference("source", source);
        fields.WriteNumber("status", 0);
    });

    public void Tag(string model, int key, int thing, string to, int target, string? annotation) => Row(model, key, fields =>
    {
        fields.WriteString("annotation", annotation);
        fields.WriteNumber("thing", thing);
        fields.WriteNumber(to, target);
    });

    static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    void Reference(string name, int? key)
    {
        if (key is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}
