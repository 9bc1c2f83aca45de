using Npgsql;
using Schema.Import;
using Schema.Tests.Imports;

namespace Schema.Tests.Copy;

public class LoadWindowTests
{
    const string Tables =
        """
        create table growers (id integer primary key, email text not null constraint growers_email_key unique deferrable initially deferred);
        create unique index growers_lower_email_idx on growers (lower(email)) where email <> '';
        create table plots (
            id integer constraint plots_pkey primary key with (fillfactor = 70), grower integer not null,
            constraint plots_grower_fkey foreign key (grower) references growers (id) on update cascade on delete set null deferrable);
        create index plots_grower_idx on plots (grower desc nulls last);
        create index plots_noted_idx on plots (id, grower);
        comment on index plots_noted_idx is 'somebody wrote this'
        """;

    /// <summary>How many constraints and indexes the two tables have at a moment.</summary>
    const string Present =
        """
        select (select count(*) from pg_constraint where conrelid in ('growers'::regclass, 'plots'::regclass)) as constraints,
               (select count(*) from pg_index where indrelid in ('growers'::regclass, 'plots'::regclass)) as indexes
        """;

    [Fact]
    public async Task In_an_announced_window_all_is_taken_off_and_put_back_as_it_was()
    {
        await using var database = await Importing.Database();
        await database.Execute(Tables);
        var before = await DatabaseDump.Of(database);

        var during = await database.InTransaction(context => context with { Exclusive = true }, context => Run(Import(Ada, new PlotRow(1, 1)), context));
        await database.Undo(Import());

        Assert.Equal("0|1", during);
        Assert.Equal(before, await DatabaseDump.Of(database));
    }

    [Fact]
    public async Task Without_a_window_tables_that_were_there_keep_all()
    {
        await using var database = await Importing.Database();
        await database.Execute(Tables);

        Assert.Equal("4|6", await database.InTransaction(null, context => Run(Import(Ada, new PlotRow(1, 1)), context)));
    }

    [Fact]
    public async Task Tables_made_in_the_same_transaction_need_no_window()
    {
        await using var database = await Importing.Database();

        var during = await database.InTransaction(null, async context =>
        {
            await new NpgsqlCommand(Tables, context.Target).ExecuteNonQueryAsync();
            return await Run(Import(Ada, new PlotRow(1, 1)), context);
        });

        Assert.Equal("0|1", during);
        Assert.Equal("4|6", Assert.Single(await database.Rows(Present)));
    }

    [Fact]
    public async Task A_row_that_refers_to_nothing_is_found_when_the_key_comes_back()
    {
        await using var database = await Importing.Database();
        await database.Execute(Tables);

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => database.Run(
            Import(Ada, new PlotRow(1, 404)), context => context with { Exclusive = true }));

        Assert.Equal(
            "The rows written do not meet what their tables demand: insert or update on table \"plots\" violates foreign key constraint \"plots_grower_fkey\".",
            refused.Message);
        Assert.Equal("Nothing was changed. Without --exclusive the row at fault is named.", refused.Advice);
        Assert.Equal("4|6", Assert.Single(await database.Rows(Present)));
    }

    [Fact]
    public async Task A_step_that_keeps_existing_rows_keeps_the_keys_of_its_table()
    {
        await using var database = await Importing.Database();
        await database.Execute(Tables);
        var import = new RowsImport(plan =>
        {
            plan.Read(Source.Rows([Ada])).Map<GrowerRow>(row => row).CopyTo("growers").KeepExisting();
            plan.Prepare("look", $"create temporary table seen as {Present}");
        });

        Assert.Equal("4|6", await database.InTransaction(context => context with { Exclusive = true }, context => Run(import, context)));
    }

    static GrowerRow Ada => new(1, "ada@x");

    static async Task<string> Run(DataImport import, ImportContext context)
    {
        await ImportRunner.Run(import, context, CancellationToken.None);
        await using var command = new NpgsqlCommand("select concat_ws('|', constraints, indexes) from seen", context.Target);

        return (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Counts what is on the tables once both are written.</summary>
    static RowsImport Import(params object[] rows) => new(plan =>
    {
        plan.Read(Source.Rows(rows.OfType<GrowerRow>())).Map<GrowerRow>(row => row).CopyTo("growers");
        plan.Read(Source.Rows(rows.OfType<PlotRow>())).Map<PlotRow>(row => row).CopyTo("plots");
        plan.Prepare("look", $"create temporary table seen as {Present}");
    });

    public sealed record GrowerRow(int Id, string Email);

    public sealed record PlotRow(int Id, int Grower);
}
