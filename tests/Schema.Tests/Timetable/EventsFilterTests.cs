using static Schema.Tests.Timetable.Dumps;

namespace Schema.Tests.Timetable;

public sealed class EventsFilterTests
{
    static readonly string[] Sample =
    [
        Root,
        Thing(2, "tripos/asnc"),
        Thing(3, "user/hal"),
        Thing(4, "user/hal/list"),
        Thing(5, "userland"),
        EventSourceTag(1, thing: 2),
        EventSourceTag(2, thing: 3),
        EventTag(1, thing: 3),
        EventTag(2, thing: 5),
        EventTag(3, thing: 4),
        Tag(1, "\"admin\"", thing: 3, target: 2),
        Tag(2, "\"disabled\"", thing: 2, target: 2),
        Tag(3, "\"link\"", thing: 2, target: 3),
        Tag(4, "\"Admin\"", thing: 2, target: 2),
        Tag(5, "null", thing: 3, target: 2),
        """{"pk": 9, "model": "timetables.thinglock", "fields": {"thing": 2, "owner": 3}}""",
        """{"pk": 5, "model": "auth.user", "fields": {}}""",
    ];

    static readonly string[] Kept =
    [
        "thing 1", "thing 2", "thing 5", "eventsourcetag 1", "eventtag 2", "thingtag 2", "thingtag 4",
    ];

    [Fact]
    public async Task Users_go_with_all_their_tags_and_rights_and_locks_and_what_is_below_them()
    {
        var (output, report) = await Events(Of(Sample[..^1]));

        Assert.Equal(Kept, Dumps.Kept(output));
        Assert.Equal(
            [
                "Read 16 rows, wrote 7.",
                "Left out: 1 users, 1 things below users, 1 rights, 3 calendar entries, 2 other tags of users, 1 locks.",
            ],
            report.Lines());
    }

    [Fact]
    public async Task A_user_that_comes_after_its_tags_takes_them_along()
    {
        foreach (var seed in Enumerable.Range(1, 20))
        {
            var shuffled = Sample[..^1];
            new Random(seed).Shuffle(shuffled);
            var (output, report) = await Events(Of(shuffled));

            Assert.Equal(Kept.Order(StringComparer.Ordinal), Dumps.Kept(output).Order(StringComparer.Ordinal));
            Assert.Equal("Left out: 1 users, 1 things below users, 1 rights, 3 calendar entries, 2 other tags of users, 1 locks.", report.Lines().Last());
        }
    }

    [Fact]
    public async Task The_file_is_whole_when_its_first_or_all_rows_are_taken_back()
    {
        var user = Thing(3, "user/hal");
        Assert.Equal("[]\n", (await Events(Of(EventTag(1, 3), EventTag(2, 3), user))).Output);
        Assert.Equal(["eventtag 3"], Dumps.Kept((await Events(Of(EventTag(1, 3), EventTag(2, 3), EventTag(3, 7), user))).Output));
        Assert.Equal(["eventtag 3"], Dumps.Kept((await Events(Of(EventTag(3, 7), EventTag(1, 3), EventTag(2, 3), user))).Output));
    }

    [Fact]
    public async Task A_key_written_as_text_is_the_same_key()
    {
        var (output, _) = await Events("""[{"pk": "3", "model": "timetables.thing", "fields": {"fullpath": "user/hal"}}, {"pk": "1", "model": "timetables.eventtag", "fields": {"thing": 3}}]""");

        Assert.Equal("[]\n", output);
    }

    [Fact]
    public async Task A_tag_without_an_annotation_is_no_right()
    {
        var (output, _) = await Events("""[{"pk": 1, "model": "timetables.thingtag", "fields": {"thing": 2, "targetthing": 2}}]""");

        Assert.Equal(["thingtag 1"], Dumps.Kept(output));
    }

    [Fact]
    public async Task Rows_of_other_models_are_kept_and_listed()
    {
        var (output, report) = await Events(Of("""{"pk": 5, "model": "auth.user", "fields": {}}""", Root));

        Assert.Contains("\"model\": \"auth.user\"", output);
        Assert.Equal("Not a model of the timetable, kept as it is: auth.user (1 rows).", report.Lines().Last());
    }
}
