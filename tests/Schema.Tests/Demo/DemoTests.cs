using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Schema.Tests.Cli;
using Schema.Tests.EmbeddedPostgres;
using Schema.Tests.Readme;

namespace Schema.Tests.Demo;

public partial class DemoTests(MainCluster cluster) : IClassFixture<MainCluster>
{
    [Fact]
    public async Task The_demo_shows_an_adopted_queue_and_every_import_and_its_numbers_as_data_and_can_be_run_again()
    {
        // Each has a MariaDB of its own, which belongs to its process.
        var document = JsonNode.Parse((await BuiltProgram.RunAsProcess(["demo", "--people", "200", "--json"], Set(cluster.Url))).Output);
        var shown = await Shell.Run("bash", ["-c", ReadmeTests.Demo], start =>
        {
            Shell.Typed(start);
            Set(cluster.Url)(start);
        });

        Assert.Equal(
            """""
            The help queue as it was found: 300 accounts, 600 tickets, 200 chatrooms.
            The help queue as it is now: 269 people, 600 tickets, 200 chatrooms.

            system                       read    written  kept  merged  rejected  proof            seconds
            plume                         3,000    2,888     0     112         0  counts, digests     0.0
              plume_person                3,000    3,000     0       0         0  digests             0.0
              people                      3,000    2,888     0     112         0  counts              0.0
              ids                         3,000    3,000     0       0         0  counts              0.0
              roles                       3,000    2,896   104       0         0  counts              0.0
              queue                       3,000    2,888   112       0         0  counts              0.0
            timetable                    39,001   39,001     0       0         0  digests             0.0
              timetables_thing            6,002    6,002     0       0         0  digests             0.0
              timetables_eventsource      3,000    3,000     0       0         0  digests             0.0
              timetables_event           18,000   18,000     0       0         0  digests             0.0
              timetables_eventsourcetag   3,000    3,000     0       0         0  digests             0.0
              timetables_eventtag         3,000    3,000     0       0         0  digests             0.0
              timetables_thingtag         5,999    5,999     0       0         0  digests             0.0
              timetables_thinglock            0        0     0       0         0  digests             0.0
              timetable_other_model           1        1     0       0         0  digests             0.0
            school                        3,016    3,016     0       0         0  counts, digests     0.0
              school_v1_school                7        7     0       0         0  digests             0.0
              school_v1_teacher             250      250     0       0         0  digests             0.0
              school_v1_parent            1,200    1,200     0       0         0  digests             0.0
              school_v1_student           1,550    1,550     0       0         0  digests             0.0
              school_v1_staff                 7        7     0       0         0  digests             0.0
              school_v1_recess                2        2     0       0         0  digests             0.0
              schools                         7        7     0       0         0  counts              0.0
              people                      3,009    3,009     0       0         0  counts              0.0
              logins of schools               7        7     0       0         0  counts              0.0
              ids                         3,016    3,016     0       0         0  counts              0.0
              roles                       3,016    3,016     0       0         0  counts              0.0
              pictures                        0        0     0       0         0  counts              0.0
              years                           7        7     0       0         0  counts              0.0
              classes                        63       63     0       0         0  counts              0.0
              admins                          7        7     0       0         0  counts              0.0
              teachers                      250      250     0       0         0  counts              0.0
              parents                     1,200    1,200     0       0         0  counts              0.0
              students                    1,550    1,550     0       0         0  counts              0.0
              links                       1,550    1,550     0       0         0  counts              0.0

            plume, 7 times: goes without its e-mail, which a person here has (such as registration pr-1cc72b964a876ca9, held_by d6e6dcb9-0039-8ae3-9516-f06e679e2a6d)
            plume, 157 times: goes without its e-mail, which another registration has (such as registration pr-12066eb302f55cf0, held_by pr-10c10ae8c3fa992c)
            plume, 111 times: goes without its e-mail, which is no address (such as registration %20)
            timetable, 1 time: is no model of the timetable; its rows were left out (such as model sessions.session, rows 1)
            school, 47 times: has an e-mail of another, and gets another one (such as person parent par000007, value Person.1000007@mail.example.net, held_by teacher tea000007, becomes Person.1000007+parent1@mail.example.net)
            school, 43 times: has a telephone number of another, kept as a note (such as person parent par000007, value +254710000007, held_by teacher tea000007)
            school, 3 times: deleted in V1 and brought as deleted (such as entity parent, rows 1)
            school, 1 time: school without a code, which is made of its name (such as school sch000001, name "Mac" Donald Academy, code MACDONACA0104)
            school, 3 times: school of a type that is not known, taken for a private one (such as school sch000000, type )
            school, 55 times: has an e-mail that had to be repaired (such as person parent par000016, typed person.1000272@@example.org, becomes person.1000272@example.org)

            A platform's MariaDB, copied whole into schema_demo_platform: 360 rows.
              contributor: 40 rows, digest 00000000000000005023650248877454
              interaction: 200 rows, digest 000000000000000079b0c0713e3cba6a; contributorID: 10 values looked up in contributor.nameID: contributor-7 → 8f14e45f-ceea-167a-5a36-dedd4bea2543; endedAt: 4 values zero date to NULL
              memo: 120 rows, digest ffffffffffffffff7d2416899f9ab3ed; contributorID: 12 values empty to NULL, or into lower case

            127.0.0.1:0/schema_demo is up to date. Look around:
              demo="$(env -u DATABASE_URL scripts/postgres url)_demo"
              scripts/schema status --database "$demo"
              scripts/schema history --database "$demo"
              scripts/schema down --database "$demo" --dry-run --yes
              psql "$demo" -c "select email, first_name, last_name, string_agg(system || ' ' || external_id, ', ') from users u join user_external_ids on user_id = u.id group by u.id having count(*) > 1 limit 20"

            """"",
            Port().Replace(Times().Replace(shown.Output, " 0.0"), "0"));
        Assert.Equal(0, shown.ExitCode);
        Assert.Empty(JsonSchema.Output.Check(document));
        Assert.Equal("""{"people":16,"tickets":40,"chatrooms":13}""", document!["result"]!["migrated"]!.ToJsonString());
        Assert.Equal("none", (await Status($"{cluster.Url}_demo"))["drift"]?.ToString());
    }

    [Fact]
    public async Task The_demo_makes_no_databases_on_a_server_that_is_not_the_projects_own()
    {
        await using var database = await TestDatabase.Empty();

        var refused = await Run(database.ConnectionString, "demo");

        Assert.Equal(5, refused.ExitCode);
        Assert.Matches(
            @"\AThe demo makes databases, and 127\.0\.0\.1:[0-9]+/schema_test_\w+ \(DATABASE_URL \(environment\)\) is not on the project's own PostgreSQL\.\n"
            + @"  env -u DATABASE_URL make demo\n\z",
            refused.Error);
        Assert.Empty(await database.Rows("select datname from pg_database where datname like 'schema\\_demo%'"));
    }

    static async Task<JsonObject> Status(string address) =>
        JsonNode.Parse((await Run(address, "status", "--json")).Output)!["result"]!.AsObject();

    static Task<Finished> Run(string address, params string[] words) => BuiltProgram.Run(words, Set(address));

    /// <summary>The machine's own Plume is none of the demo's business.</summary>
    static Action<ProcessStartInfo> Set(string address) => start =>
    {
        start.Environment["DATABASE_URL"] = address;
        start.Environment["LEGACY_PLUME"] = "postgres://nobody@127.0.0.1:1/nowhere";
    };

    /// <summary>As wide with ten seconds as with one.</summary>
    [GeneratedRegex(@"(?<= )[ 0-9][0-9]\.[0-9]{2}$", RegexOptions.Multiline)]
    private static partial Regex Times();

    [GeneratedRegex(@"(?<=127\.0\.0\.1:)[0-9]+")]
    private static partial Regex Port();
}
