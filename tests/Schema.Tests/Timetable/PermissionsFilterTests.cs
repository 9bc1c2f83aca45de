using Schema.Import;
using static Schema.Tests.Timetable.Dumps;

namespace Schema.Tests.Timetable;

public sealed class PermissionsFilterTests
{
    [Fact]
    public async Task Rights_come_out_sorted_by_subject_and_user_as_csv_of_excel()
    {
        var (output, report) = await Permissions(Of(
            Tag(1, "\"admin\"", thing: 12, target: 3),
            Root,
            Thing(2, "tripos/asnc"),
            Thing(3, "tripos/Z\\u00e9 a,b"),
            Thing(10, "user/hal", """{\"salt\": \"x\"}"""),
            Thing(11, "user/zoe", """line\nbreak"""),
            Thing(12, "user/ann"),
            Thing(13, "user/idle"),
            Tag(2, "\"admin\"", thing: 11, target: 2),
            Tag(3, "\"admin\"", thing: 10, target: 2),
            Tag(4, "\"link\"", thing: 10, target: 3),
            EventSourceTag(1, thing: 13),
            EventTag(2, thing: 10),
            EventTag(3, thing: 2),
            """{"pk": 9, "model": "timetables.thinglock", "fields": {"thing": 2, "owner": 10}}"""));

        Assert.Equal(
            "\"tripos/Zé a,b\",user/ann,\r\n"
            + "tripos/asnc,user/hal,\"{\"\"salt\"\": \"\"x\"\"}\"\r\n"
            + "tripos/asnc,user/zoe,\"line\nbreak\"\r\n",
            output);
        Assert.Equal(
            ["Wrote 3 rights of 3 users.", "Not carried over: 1 users without rights, 2 calendar entries, 1 locks."],
            report.Lines());
    }

    [Fact]
    public async Task The_order_is_that_of_code_points()
    {
        var (output, _) = await Permissions(Of(
            Thing(2, "\\uffee"), Thing(3, "\\ud83d\\ude00"), Thing(4, "\\ud7ff"), Thing(10, "user/a"),
            Tag(1, "\"admin\"", 10, 3), Tag(2, "\"admin\"", 10, 2), Tag(3, "\"admin\"", 10, 4)));

        Assert.Equal("\ud7ff,user/a,\r\n\uffee,user/a,\r\n\ud83d\ude00,user/a,\r\n", output);
    }

    [Fact]
    public async Task A_thing_below_a_user_has_no_rights_of_its_own()
    {
        var (output, report) = await Permissions(Of(Thing(2, "a"), Thing(3, "user/x/y"), Tag(1, "\"admin\"", 3, 2)));

        Assert.Equal("", output);
        Assert.Equal("Left out: the rights of user/x/y, which is no user.", report.Lines().Last());
    }

    [Fact]
    public async Task A_right_to_a_thing_that_the_dump_lacks_is_refused_by_its_row()
    {
        var refusal = await Assert.ThrowsAsync<SchemaException>(() => Permissions(Of(Root, Thing(10, "user/a"), Tag(7, "\"admin\"", 10, 99))));

        Assert.Equal(ExitCode.DataRefused, refusal.Exit);
        Assert.Equal("play.dump[2] (timetables.thingtag 7): its targetthing 99 is not in the dump.", refusal.Message);
    }
}
