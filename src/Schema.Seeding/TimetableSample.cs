using System.Globalization;
using System.Text.Json;

namespace Schema.Seeding;

/// <summary>A dump of the timetable's Django application: courses with their events, and people with rights and calendars.</summary>
public sealed class TimetableSample(ulong seed = SampleSystem.UsualSeed) : SampleSystem
{
    const int EventsEach = 6;

    static readonly string[] Subjects = ["anatomy", "botany", "català", "droit-privé", "Ελληνικά", "хімія", "音楽"];
    static readonly string[] Places = ["Lecture Room 1", "Mill Lane, Room 9", "Café \"Nord\"", "Zoology\tLab", ""];

    public override string Name => "timetable";

    public override async Task<string> Make(SamplePlace place, int people, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(place.Folder);
        var path = Path.Combine(place.Folder, "timetable.json");
        await using var file = File.Create(path);
        await Write(file, people, cancellationToken);

        return path;
    }

    /// <summary>One model after the other, as Django writes them.</summary>
    internal async Task Write(Stream output, int people, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output);
        var dump = new DumpRows(json);
        json.WriteStartArray();
        dump.Thing(1, null, "tripos", "tripos", "", "");
        dump.Thing(2, null, "user", "user", "", "");
        foreach (var model in (Action<DumpRows, int>[])[Things, EventSource, Events, EventSourceTag, (rows, number) => ThingTags(rows, number, people), EventTag])
        {
            for (var number = 1; number <= people; number++)
            {
                model(dump, number);
                await json.FlushAsync(cancellationToken);
            }
        }

        // Left by another application of the same site; the import lists it and leaves it out.
        dump.Row("sessions.session", 1, fields => fields.WriteString("session_data", "gone"));
        json.WriteEndArray();
        await json.FlushAsync(cancellationToken);
    }

    void Things(DumpRows dump, int number)
    {
        var course = string.Create(CultureInfo.InvariantCulture, $"{new Dice(seed, number).Pick(Subjects)}-{number}");
        dump.Thing(CourseOf(number), 1, course, $"tripos/{course}", "module", $"Course {number}");
        var person = SamplePerson.Of(seed, number);
        var name = string.Create(CultureInfo.InvariantCulture, $"u{number}");
        dump.Thing(PersonOf(number), 2, name, $"user/{name}", "user", $"{person.FirstName} {person.LastName}");
    }

    static void EventSource(DumpRows dump, int number) => dump.EventSource(number, $"Course {number}");

    void Events(DumpRows dump, int number)
    {
        var dice = new Dice(seed, -number);
        for (var place = 0; place < EventsEach; place++)
        {
            var day = new DateTimeOffset(2013, 10, 1, 9, 0, 0, TimeSpan.Zero).AddDays(dice.Below(180)).AddMinutes(30 * dice.Below(16));
            dump.Event(FirstEventOf(number) + place, number, day, dice.Pick(Places));
        }
    }

    static void EventSourceTag(DumpRows dump, int number) =>
        dump.Tag("timetables.eventsourcetag", number, CourseOf(number), "eventsource", number, "home");

    /// <summary>Who may edit his own course and reads his neighbour's.</summary>
    static void ThingTags(DumpRows dump, int number, int people)
    {
        dump.Tag("timetables.thingtag", number * 2, PersonOf(number), "targetthing", CourseOf(number), "admin");
        if (number < people)
            dump.Tag("timetables.thingtag", (number * 2) + 1, PersonOf(number), "targetthing", CourseOf(number + 1), "read");
    }

    static void EventTag(DumpRows dump, int number) =>
        dump.Tag("timetables.eventtag", number, PersonOf(number), "event", FirstEventOf(number), null);

    static int FirstEventOf(int number) => ((number - 1) * EventsEach) + 1;

    static int CourseOf(int number) => (number * 2) + 1;

    static int PersonOf(int number) => (number * 2) + 2;
}
