using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Schema.Import;

namespace Schema.Tests.Catalogues;

public class LossesTests
{
    [Fact]
    public async Task Tables_are_told_by_rows_and_columns_by_values()
    {
        await using var database = await Grown();

        Assert.Equal(
            ["column public.growers.phone: 1 value", "table public.growers: 3 rows", "table archive.\"Old: trees\": 0 rows"],
            await Told(
                database,
                new DropColumnOperation { Schema = "public", Table = "growers", Name = "phone" },
                new DropTableOperation { Name = "growers" },
                new DropSchemaOperation { Name = "archive" },
                new DropTableOperation { Name = "never_made" }));
    }

    [Fact]
    public async Task A_table_that_is_renamed_before_it_is_dropped_is_told_by_the_name_it_has_now()
    {
        await using var database = await Grown();

        Assert.Equal(
            ["table public.growers: 3 rows", "column archive.\"Old: trees\".kind: 0 values", "table archive.\"Old: trees\": 0 rows"],
            await Told(
                database,
                new DropTableOperation { Name = "growers" },
                new RenameTableOperation { Schema = "archive", Name = "Old: trees", NewSchema = "public", NewName = "growers" },
                new RenameColumnOperation { Table = "growers", Name = "kind", NewName = "sort" },
                new DropColumnOperation { Table = "growers", Name = "sort" },
                new DropTableOperation { Name = "growers" }));
    }

    [Fact]
    public async Task What_the_steps_themselves_make_is_no_loss()
    {
        await using var database = await Grown();

        Assert.Equal(
            ["column public.growers.phone: 1 value"],
            await Told(
                database,
                new DropColumnOperation { Table = "growers", Name = "phone" },
                new AddColumnOperation { Table = "growers", Name = "phone" },
                new DropColumnOperation { Table = "growers", Name = "phone" },
                new RenameTableOperation { Name = "growers", NewName = "people" },
                new CreateTableOperation { Name = "growers" },
                new DropTableOperation { Name = "growers" },
                new DropSchemaOperation { Name = "empty" }));
    }

    [Fact]
    public async Task A_schema_takes_along_what_was_moved_into_it_and_not_what_was_moved_out()
    {
        await using var database = await Grown();

        Assert.Equal(
            ["table public.growers: 3 rows"],
            await Told(
                database,
                new RenameTableOperation { Name = "growers", NewSchema = "archive" },
                new RenameTableOperation { Schema = "archive", Name = "Old: trees", NewSchema = "public" },
                new DropSchemaOperation { Name = "archive" }));
    }

    [Fact]
    public async Task A_migrations_own_sql_drops_and_renames_like_any_other_step()
    {
        await using var database = await Grown();

        Assert.Equal(
            ["column public.growers.phone: 1 value", "table public.growers: 3 rows", "column archive.\"Old: trees\".kind: 0 values", "table archive.\"Old: trees\": 0 rows"],
            await Told(
                database,
                new SqlOperation
                {
                    Sql = """
                        -- drop table archive."Old: trees";
                        ALTER TABLE public.growers drop constraint if exists c, DROP COLUMN phone;
                        do $x$ begin raise notice 'drop table growers''; '; alter table archive."Old: trees" set schema public; end $x$;
                        create temporary table picked (id int);
                        drop table picked, growers;
                        alter table "Old: trees" rename to growers;
                        alter table growers rename column kind to "Sort";
                        """,
                },
                new SqlOperation { Sql = """alter table only growers drop column if exists "Sort"; drop table if exists growers;""" }));
    }

    [Fact]
    public async Task A_table_of_millions_is_estimated()
    {
        await using var database = await TestDatabase.Empty();
        await database.Execute(
            """
            create table trees (id int, note text);
            insert into trees select n, case when n % 4 = 0 then 'x' end from generate_series(1, 1000) n;
            analyze trees;
            update pg_class set reltuples = 2300000 where relname = 'trees';
            """);

        Assert.Equal(
            ["column public.trees.note: about 575,000 values", "table public.trees: about 2,300,000 rows"],
            await Told(database, new DropColumnOperation { Table = "trees", Name = "note" }, new DropTableOperation { Name = "trees" }));
    }

    [Fact]
    public async Task A_table_that_was_never_analysed_is_counted_up_to_a_million()
    {
        await using var database = await TestDatabase.Empty();
        await database.Execute(
            """
            create table trees with (autovacuum_enabled = off) as select from generate_series(1, 1000002);
            alter table trees add note text;
            """);

        Assert.Equal(["table public.trees: at least 1,000,000 rows"], await Told(database, new DropTableOperation { Name = "trees" }));
    }

    static async Task<TestDatabase> Grown()
    {
        var database = await TestDatabase.Empty();
        await database.Execute(
            """
            create table growers (id int, phone text);
            insert into growers values (1, '+1'), (2, null), (3, null);
            create schema archive;
            create table archive."Old: trees" (id int, kind text);
            """);

        return database;
    }

    static async Task<string[]> Told(TestDatabase database, params MigrationOperation[] operations)
    {
        await using var connection = await database.Open();
        return [.. (await Losses.Of(connection, operations, TimeSpan.FromSeconds(5), CancellationToken.None)).Select(loss => loss.ToString())];
    }
}
