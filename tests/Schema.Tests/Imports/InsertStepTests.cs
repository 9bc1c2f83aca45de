using Schema.Import;

namespace Schema.Tests.Imports;

/// <summary>Merges and uniqueness are set-based: stage, then insert, with counts that add up.</summary>
public class InsertStepTests
{
    static readonly LegacyKey Key = new("orchard", "grower");

    [Fact]
    public async Task Staged_rows_are_merged_kept_rejected_and_written_and_the_counts_add_up()
    {
        await using var database = await Growers();

        var report = await database.Run(new GrowersImport(), context => context with { MaxRejects = RejectBudget.Rows(1) });

        var stage = report.Steps[0];
        var insert = report.Steps[2];
        Assert.Equal((5, 5, ProofKind.Digests, null), (stage.Read, stage.Written, stage.Proof, stage.Table));
        Assert.Equal((5, 2, 1, 1, 1, ProofKind.Counts), (insert.Read, insert.Written, insert.Kept, insert.Merged, insert.Rejected, insert.Proof));
        Assert.Equal("grower 5 has no e-mail address", Assert.Single(insert.Rejects).ToString());
        Assert.Equal([new Conflict("merged by e-mail", "id 4, email eve@x")], report.Conflicts);
        Assert.Equal(["ada@x", "bob@x", "eve@x", "kim@x"], await database.Rows("select email from growers order by 1"));
        Assert.Empty(await database.Rows("select relname from pg_class where relname like 'staged%' or relname like 'schema_import%'"));
    }

    [Fact]
    public async Task What_a_set_based_step_wrote_is_taken_back_and_nothing_else()
    {
        await using var database = await Growers();
        var before = await DatabaseDump.Of(database);

        await database.Run(new GrowersImport(), context => context with { MaxRejects = RejectBudget.Rows(1) });
        var report = await database.Undo(new GrowersImport());

        Assert.Equal([new UndoneTable("growers", 2, 0)], report.Tables);
        Assert.Equal(before, await DatabaseDump.Of(database));
    }

    [Fact]
    public async Task Counts_that_do_not_add_up_are_refused()
    {
        await using var database = await Growers();
        var import = new RowsImport(plan =>
        {
            plan.Read(Source.Rows(GrowersImport.Rows)).Map<StagedRow>(row => new StagedRow(row.Id, Key.For(row.Id), row.Email)).Stage("staged");
            plan.Insert("growers", "growers from the orchard", "insert into growers select key, email from staged where id = 1")
                .Reads("select count(*) from staged")
                .Concludes();
        });

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => database.Run(import));

        Assert.Equal(
            "RowsImport, step growers from the orchard: read 5, but wrote 1, kept 0, merged 0 and rejected 0: the counts do not add up.",
            refused.Message);
        Assert.Equal("Nothing was changed. Correct the step's statement or the counts it declares.", refused.Advice);
        Assert.Equal("2", await database.Scalar<string>("select count(*)::text from growers"));
    }

    [Fact]
    public async Task A_row_that_a_statement_only_updates_is_not_taken_back()
    {
        await using var database = await Growers();
        var eve = await database.Scalar<Guid>("select id from growers where email = 'eve@x'");
        var import = new RowsImport(plan => plan.Insert(
            "growers", "growers", $"insert into growers values ('{eve}', 'EVE@x'), (gen_random_uuid(), 'new@x') on conflict (id) do update set email = excluded.email"));

        Assert.Equal(1, (await database.Run(import)).Written);
        Assert.Equal(1, (await database.Undo(import)).Deleted);
        Assert.Equal(["EVE@x", "kim@x"], await database.Rows("select email from growers order by 1"));
    }

    [Fact]
    public async Task Two_steps_into_one_table_are_taken_back_and_nothing_else()
    {
        await using var database = await Growers();
        var import = new RowsImport(plan =>
        {
            plan.Insert("growers", "first", "insert into growers values (gen_random_uuid(), 'ada@x'), (gen_random_uuid(), 'bob@x')");
            plan.Insert("growers", "second", "insert into growers values (gen_random_uuid(), 'cat@x')");
        });

        Assert.Equal([2L, 1L], (await database.Run(import)).Steps.Select(step => step.Written));
        Assert.Equal(3, (await database.Undo(import)).Deleted);
        Assert.Equal(["eve@x", "kim@x"], await database.Rows("select email from growers order by 1"));
    }

    [Fact]
    public async Task Rows_that_the_transaction_wrote_before_are_not_the_imports()
    {
        await using var database = await Growers();
        var import = new RowsImport(plan =>
        {
            plan.Prepare("touch the rows that are there", "update growers set email = email || '.org'");
            plan.Insert("growers", "first", "insert into growers values (gen_random_uuid(), 'ada@x')");
        });

        Assert.Equal(1, (await database.Run(import)).Written);
        Assert.Equal(1, (await database.Undo(import)).Deleted);
        Assert.Equal(["eve@x.org", "kim@x.org"], await database.Rows("select email from growers order by 1"));
    }

    [Fact]
    public async Task A_statement_that_the_server_refuses_names_the_step()
    {
        await using var database = await Growers();
        var import = new RowsImport(plan => plan.Insert("growers", "growers", "insert into growers select gen_random_uuid(), 'eve@x'"));

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => database.Run(import));

        Assert.StartsWith("RowsImport, step growers: growers refused a row: duplicate key value violates unique constraint \"growers_email_key\".", refused.Message);
    }

    [Fact]
    public async Task A_staging_table_hides_no_other()
    {
        await using var database = await Growers();
        var import = new RowsImport(plan => plan.Read(Source.Rows(GrowersImport.Rows)).Map<LegacyGrower>(row => row).Stage("growers"));

        var refused = await Assert.ThrowsAsync<SchemaException>(() => database.Run(import));

        Assert.Equal("RowsImport, step growers: a staging table of that name would hide the table growers.", refused.Message);
    }

    static async Task<TestDatabase> Growers()
    {
        var database = await Importing.Database();
        await database.Execute(
            $"""
            create table growers (id uuid primary key, email text not null unique);
            insert into growers values ('{Guid.NewGuid()}', 'eve@x'), ('{Key.For(3)}', 'kim@x')
            """);

        return database;
    }

    public sealed record LegacyGrower(int Id, string? Email);

    public sealed record StagedRow(int Id, Guid Key, string? Email);

    sealed class GrowersImport : DataImport
    {
        public static readonly LegacyGrower[] Rows = [new(1, "ada@x"), new(2, "bob@x"), new(3, "kim@x"), new(4, "eve@x"), new(5, null)];

        public override void Define(ImportPlan plan)
        {
            plan.Read(Source.Rows(Rows)).Map<StagedRow>(old => new StagedRow(old.Id, Key.For(old.Id), old.Email)).Stage("staged");
            plan.Prepare("find people by e-mail", "create index on staged (email); delete from staged where false");
            plan.Insert(
                    "growers",
                    "growers from the orchard",
                    """
                    insert into growers (id, email)
                    select s.key, s.email from staged s
                    where s.email is not null and not exists (select from growers g where g.email = s.email)
                    """)
                .Reads("select count(*) from staged")
                .Kept("select count(*) from staged s join growers g on g.id = s.key")
                .Merged("select count(*) from staged s join growers g on g.email = s.email and g.id <> s.key")
                .Rejects("select 'grower', id::text, 'has no e-mail address' from staged where email is null order by id")
                .Concludes();
            plan.Conflicts(
                "merged by e-mail", "select s.id, s.email from staged s join growers g on g.email = s.email and g.id <> s.key order by s.id");
        }
    }
}
