using Schema.Import;
using static Schema.Tests.Timetable.Dumps;

namespace Schema.Tests.Timetable;

public sealed class MergeTests
{
    static readonly string LiveEvents = Of(Root, Thing(20, "tripos/asnc"), Thing(7, "tripos/é"), Tag(5, "\"link\"", 7, 7));

    [Fact]
    public async Task Users_and_rights_get_keys_above_all_others()
    {
        var (output, report) = await Merge(LiveEvents, "tripos/asnc,user/hal,\"{\"\"salt\"\": 1}\"\r\ntripos/é,user/zoë,\r\n");

        Assert.Equal(
            """
            [
                {
                    "fields": {
                        "data": "{\"salt\": 1}",
                        "fullname": "A Users Calendar",
                        "fullpath": "user/hal",
                        "name": "hal",
                        "parent": 1,
                        "pathid": "6cNw3dH9KHajMrM--6Cu-BikfQg=",
                        "type": "user"
                    },
                    "model": "timetables.thing",
                    "pk": 21
                },
                {
                    "fields": {
                        "data": "",
                        "fullname": "A Users Calendar",
                        "fullpath": "user/zo\u00eb",
                        "name": "zo\u00eb",
                        "parent": 1,
                        "pathid": "UHFzjkN8NZAUxd8d_JCbtn6DuZY=",
                        "type": "user"
                    },
                    "model": "timetables.thing",
                    "pk": 22
                },
                {
                    "fields": {
                        "annotation": "admin",
                        "targetthing": 20,
                        "thing": 21
                    },
                    "model": "timetables.thingtag",
                    "pk": 6
                },
                {
                    "fields": {
                        "annotation": "admin",
                        "targetthing": 7,
                        "thing": 22
                    },
                    "model": "timetables.thingtag",
                    "pk": 7
                }
            ]

            """,
            output);
        Assert.Equal("Merged fine with no mismatches!", report);
    }

    [Fact]
    public async Task A_subject_without_a_match_gives_no_right_and_is_counted_by_its_users()
    {
        var (output, report) = await Merge(
            LiveEvents, "tripos/gone,user/a,\ntripos/gone,user/b,\ntripos/gone,user/b,\nTripos/asnc,user/a,\n tripos/asnc,user/c,\n");

        Assert.Equal(["thing 21", "thing 22", "thing 23"], Dumps.Kept(output));
        Assert.Equal(
            """
            The following subject fullpaths in the CSV were not found in the JSON, and were skipped.
            The numbers show how many users had permissions to edit each skipped subject.
            Please refer back to the original CSV to find the actual usernames.
            {
                " tripos/asnc": 1,
                "Tripos/asnc": 1,
                "tripos/gone": 2
            }
            Rights given more than once, each written as one tag: 1 rows too many.
            """,
            report);
    }

    [Fact]
    public async Task The_data_of_a_users_last_row_wins_and_a_right_given_twice_is_one_tag()
    {
        var (output, report) = await Merge(LiveEvents, "tripos/asnc,user/a,first\ntripos/asnc,user/a,last\n");

        Assert.Equal(["thing 21", "thingtag 6"], Dumps.Kept(output));
        Assert.Contains("\"data\": \"last\"", output);
        Assert.Equal("Merged fine with no mismatches!\nRights given more than once, each written as one tag: 1 rows too many.", report);
    }

    [Fact]
    public async Task Nothing_given_is_said()
    {
        var (output, report) = await Merge(LiveEvents, "");

        Assert.Equal(("[]\n", "Merged fine with no mismatches!\nNo right is given, so that there will be no users."), (output, report));
    }

    [Fact]
    public async Task A_name_of_more_than_32_characters_is_cut_in_name_only()
    {
        var path = "user/" + new string('é', 33);
        var (output, report) = await Merge(LiveEvents, $"tripos/asnc,{path},\n");

        var user = System.Text.Json.Nodes.JsonNode.Parse(output)![0]!["fields"]!;
        Assert.Equal((path, new string('é', 32)), ((string)user["fullpath"]!, (string)user["name"]!));
        Assert.EndsWith($"{path}: the name is cut to 32 characters; the full path is kept whole.", report);
    }

    [Fact]
    public async Task Blank_rows_a_byte_order_mark_line_feeds_and_line_breaks_in_quotes_are_fine()
    {
        var (output, _) = await Merge(LiveEvents, "\ufefftripos/asnc,user/a,\"one\r\ntwo\"\n\n,,\r\ntripos/asnc,user/b,,,\n");

        Assert.Equal(["thing 21", "thing 22", "thingtag 6", "thingtag 7"], Dumps.Kept(output));
        Assert.Contains("one\\r\\ntwo", output);
    }

    [Theory]
    [InlineData("a,user/a,\nb,user/b\n", "perms.csv, line 2: it has 2 columns, 3 are expected: subject, user, user data.")]
    [InlineData("a;user/a;\n", "perms.csv, line 1: it has 1 column, 3 are expected: subject, user, user data; the separator is a comma, not ';'.")]
    [InlineData("a\tuser/a\t\n", "perms.csv, line 1: it has 1 column, 3 are expected: subject, user, user data; the separator is a comma, not a tab.")]
    [InlineData("a,user/a,b,c\n", "perms.csv, line 1: it has 4 columns, 3 are expected: subject, user, user data.")]
    [InlineData("a,\"user/a\",\"x\ny\"\nb,hal,\n", "perms.csv, line 3: the user is 'hal', user/NAME is expected.")]
    [InlineData("a,user/,\n", "perms.csv, line 1: the user is 'user/', user/NAME is expected.")]
    [InlineData("a,user/x/y,\n", "perms.csv, line 1: the user is 'user/x/y', user/NAME is expected.")]
    [InlineData("Subject,User,Data\n", "perms.csv, line 1: the user is 'User', user/NAME is expected.")]
    [InlineData("a,user/a,\"x\n", "perms.csv, line 1: a quoted field is never closed.")]
    public async Task A_row_that_cannot_be_ours_is_refused_by_its_line(string csv, string expected)
    {
        var refusal = await Assert.ThrowsAsync<SchemaException>(() => Merge(LiveEvents, csv));

        Assert.Equal((ExitCode.DataRefused, expected), (refusal.Exit, refusal.Message));
    }

    [Fact]
    public async Task A_missing_root_is_said_first()
    {
        var refusal = await Assert.ThrowsAsync<SchemaException>(() => Merge(Of(Thing(2, "a")), "nonsense"));

        Assert.Equal("events.json holds no thing with the full path 'user', under which the users are put.", refusal.Message);
    }

    [Fact]
    public async Task What_is_odd_in_the_events_is_said()
    {
        var (output, report) = await Merge(Of(Root, Thing(2, "a"), Thing(3, "a"), Thing(4, "user/old")), "a,user/b,\n");

        Assert.Contains("\"targetthing\": 3", output);
        Assert.Equal(
            """
            Merged fine with no mismatches!
            events.json holds several things with the full path a; the last one is meant.
            events.json still holds 1 users: load what schema timetable events writes, not this file.
            """,
            report);
    }

    [Fact]
    public async Task A_key_beyond_the_column_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<SchemaException>(() => Merge(Of(Root, Thing(int.MaxValue, "a")), "a,user/b,\n"));

        Assert.Equal("No key is left for a timetables.thing: the highest is 2147483647, and the column holds 2147483647 at most.", refusal.Message);
    }
}
