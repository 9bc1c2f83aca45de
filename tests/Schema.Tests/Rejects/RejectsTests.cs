using Schema.Import;
using Schema.Tests.Imports;

namespace Schema.Tests.Rejects;

public class RejectsTests
{
    static readonly LegacyKey Key = new("orchard", "grower");

    [Fact]
    public async Task A_row_without_email_is_rejected_by_key_and_nothing_is_changed()
    {
        await using var database = await Growers();
        var folder = Importing.RejectsFolder();

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => database.Run(
            new OrchardImport(Old(1203).Append(new LegacyGrower(1204, null, "sesame"))), context => context with { RejectsFolder = folder }));

        Assert.Equal(
            $"""
            OrchardImport, step growers: read 1,204, wrote 1,203, rejected 1; no rejects are allowed.
              grower 1204 has no e-mail address            (rejects: {folder}/orchard.growers.jsonl)
            """,
            refused.Message);
        Assert.Equal("Nothing was changed. Correct the row, or allow it: schema import run orchard --max-rejects 1", refused.Advice);
        Assert.Equal((ExitCode.DataRefused, 1204, 1), (refused.Exit, refused.Report.Read, refused.Report.Rejected));
        Assert.Equal("0", await database.Scalar<string>("select count(*)::text from growers"));
    }

    [Fact]
    public async Task The_file_of_rejects_survives_and_only_its_owner_reads_it()
    {
        await using var database = await Growers();
        var folder = Importing.RejectsFolder();

        await Assert.ThrowsAsync<ImportRefusedException>(() => database.Run(
            new OrchardImport([new LegacyGrower(16, "ada@x", "a"), new LegacyGrower(17, null, "sesame")]), context => context with { RejectsFolder = folder }));

        var path = Path.Combine(folder, "orchard.growers.jsonl");
        Assert.Equal(
            ["""{"position":"row 2","entity":"grower","key":"17","reason":"has no e-mail address","row":{"id":"17","email":null,"password":"***"}}"""],
            await File.ReadAllLinesAsync(path));
        Assert.Equal("600", (await Shell.Run("stat", ["-c", "%a", path])).Output.Trim());
    }

    [Fact]
    public async Task Many_rejects_are_counted_and_the_first_ones_named()
    {
        await using var database = await Growers();
        var folder = Importing.RejectsFolder();

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => database.Run(
            new OrchardImport(Enumerable.Range(1, 6).Select(id => new LegacyGrower(id, null, ""))),
            context => context with { RejectsFolder = folder, MaxRejects = RejectBudget.Parse("5") }));

        Assert.Equal(
            $"""
            OrchardImport, step growers: read 6, wrote 0, rejected 6; 5 rejects are allowed.
              grower 1 has no e-mail address
              grower 2 has no e-mail address
              grower 3 has no e-mail address
              and 3 more            (rejects: {folder}/orchard.growers.jsonl)
            """,
            refused.Message);
        Assert.Equal("Nothing was changed. Correct the rows, or allow them: schema import run orchard --max-rejects 6", refused.Advice);
    }

    [Fact]
    public async Task Rejects_within_the_budget_are_left_out_and_reported()
    {
        await using var database = await Growers();

        var report = await database.Run(
            new OrchardImport([new LegacyGrower(1, "ada@x", ""), new LegacyGrower(2, null, "")]),
            context => context with { MaxRejects = RejectBudget.Parse("50%") });

        Assert.Equal((2, 1, 1), (report.Read, report.Written, report.Rejected));
        Assert.Equal("row 2", Assert.Single(report.Steps[0].Rejects).Position);
        Assert.Equal(["1|ada@x"], await database.Rows("select number, email from growers"));
    }

    [Fact]
    public async Task A_share_is_one_of_all_rows_and_not_of_the_first_step()
    {
        await using var database = await Growers();
        RowsImport Import(int many) => new(plan =>
        {
            plan.Read(Source.Rows([new LegacyGrower(1, null, ""), new(2, "a@x", "")])).Map<GrowerRow>(OrchardImport.From).CopyTo("growers").Named("few");
            plan.Read(Source.Rows(Old(many + 9).Skip(9))).Map<GrowerRow>(OrchardImport.From).CopyTo("growers").Named("many");
        });

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(
            () => database.Run(Import(7), context => context with { MaxRejects = RejectBudget.Parse("10%"), Command = "schema up" }));
        var report = await database.Run(Import(8), context => context with { MaxRejects = RejectBudget.Parse("10%") });

        Assert.StartsWith("RowsImport, step few: read 2, wrote 1, rejected 1; at most 10% rejects are allowed.\n  grower 1 has no e-mail address", refused.Message);
        Assert.Equal("Nothing was changed. Correct the row, or allow it: schema up --max-rejects 1", refused.Advice);
        Assert.Equal((10, 9, 1), (report.Read, report.Written, report.Rejected));
    }

    [Fact]
    public async Task Rejects_that_cannot_be_written_down_are_an_error_with_the_folder()
    {
        await using var database = await Growers();
        var file = Path.GetTempFileName();

        var refused = await Assert.ThrowsAsync<SchemaException>(
            () => database.Run(new OrchardImport([new(1, null, "")]), context => context with { RejectsFolder = file }));

        Assert.Equal(ExitCode.Usage, refused.Exit);
        Assert.StartsWith($"Rejected rows cannot be written to {file}/orchard.growers.jsonl: ", refused.Message);
        Assert.Equal("Nothing was changed. Name another folder: --rejects DIR", refused.Advice);
    }

    [Fact]
    public async Task A_map_that_fails_names_its_row()
    {
        await using var database = await Growers();
        var import = new RowsImport(plan => plan.Read(Source.Rows([new LegacyGrower(17, "", "")]))
            .Map<GrowerRow>(old => throw new InvalidOperationException("no such thing"))
            .CopyTo("growers"));

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => database.Run(import));

        Assert.Equal("RowsImport, step growers: the map failed at row 1, grower 17: no such thing", refused.Message);
    }

    static async Task<TestDatabase> Growers()
    {
        var database = await Importing.Database();
        await database.Execute("create table growers (id uuid primary key, number integer not null, email varchar(10) not null)");

        return database;
    }

    static IEnumerable<LegacyGrower> Old(int count) => Enumerable.Range(1, count).Select(id => new LegacyGrower(id, "ada@x", ""));

    public sealed record LegacyGrower(int Id, string? Email, [Secret] string Password);

    public sealed record GrowerRow(Guid Id, int Number, string Email);

    sealed class OrchardImport(IEnumerable<LegacyGrower> rows) : DataImport
    {
        public override void Define(ImportPlan plan) => plan.Read(Source.Rows(rows)).Map<GrowerRow>(From).CopyTo("growers");

        public static Mapped<GrowerRow> From(LegacyGrower old) =>
            old.Email is not { Length: > 0 } email
                ? Key.Reject(old.Id, "has no e-mail address")
                : new GrowerRow(Key.For(old.Id), old.Id, email);
    }
}
