using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Tests.Legacy.Plume;

/// <summary>users info: what Plume knows of a registration.</summary>
public class PlumeInfoTests
{
    [Fact]
    public async Task Info_prints_names_and_addresses_in_the_order_asked_for()
    {
        await using var plume = await PlumeSource.Nasty();

        var info = await Info(plume, "pr-bob", "lead ", "o'brien", "pr-bob");

        Assert.Equal(
            """
            id       first name  last name                       e-mail
            pr-bob   Robert                                      bob@example.org
            lead     Lead
            o'brien  O'Brien     "Bobby"; drop table "user"; --  o'brien@example.org

            """,
            info.Output);
        Assert.Equal((0, ""), (info.ExitCode, info.Error));
    }

    [Fact]
    public async Task Info_reads_values_of_a_type_that_Plume_made_for_itself()
    {
        await using var plume = await PlumeSource.With("""
            insert into "user" (id, first_name) values ('pr-ann', 'Ann');
            create type given_name as enum ('Ann');
            alter table "user" alter first_name type given_name using first_name::given_name;
            """);

        var info = await Info(plume, "pr-ann");

        Assert.Equal((0, "pr-ann  Ann"), (info.ExitCode, info.Output.Split('\n')[1]));
    }

    [Fact]
    public async Task Ids_that_Plume_has_not_are_listed()
    {
        await using var plume = await PlumeSource.Nasty();

        var info = await Info(plume, "x' or 'x' = 'x", "lead", "Lead", "lead  ");

        Assert.Equal(1, info.ExitCode);
        Assert.Equal(
            """
            id    first name  last name  e-mail
            lead
            Plume has no registration 'x' or 'x' = 'x'.
            Plume has no registration 'Lead'.
            Plume has no registration 'lead  '.

            """,
            info.Output);
    }

    [Fact]
    public async Task Info_as_JSON_keeps_what_is_NULL()
    {
        await using var plume = await PlumeSource.Nasty();

        var info = await Info(plume, "lead", "nobody", "--json");

        Assert.Equal(1, info.ExitCode);
        var document = JsonNode.Parse(info.Output)!;
        Assert.Empty(Cli.JsonSchema.Output.Check(document));
        Assert.Equal(
            """{"command":"users info","exit":1,"result":{"registrations":[{"id":"lead","firstName":null,"lastName":null,"email":null}],"missing":["nobody"]}}""",
            document.ToJsonString());
    }

    [Theory]
    [InlineData(null, "Nothing says where Plume is.")]
    [InlineData("none", "LEGACY_PLUME is none: there is no Plume here to ask.")]
    public async Task Without_Plume_there_is_nobody_to_ask(string? setting, string said)
    {
        var info = await PlumeProgram.Run(["users", "info", "lead"], start => start.Environment["LEGACY_PLUME"] = setting);

        Assert.Equal(2, info.ExitCode);
        Assert.Equal($"{said}\n  LEGACY_PLUME=postgres://user:password@host:5432/plume\n", info.Error);
    }

    [Fact]
    public async Task A_Plume_without_that_table_is_said_without_a_stack_trace()
    {
        await using var plume = await TestDatabase.Empty();

        var info = await Info(plume, "lead");

        Assert.Equal(3, info.ExitCode);
        Assert.Equal(
            $"The source {DatabaseAddress.Parse(plume.ConnectionString)} cannot be asked: relation \"user\" does not exist. [42P01]\n",
            info.Error);
    }

    static Task<Finished> Info(TestDatabase plume, params string[] ids) =>
        PlumeProgram.Run(["users", "info", .. ids], start => start.Environment["LEGACY_PLUME"] = plume.ConnectionString);
}
