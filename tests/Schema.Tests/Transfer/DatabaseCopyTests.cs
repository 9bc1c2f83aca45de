using Schema.Import;

namespace Schema.Tests.Transfer;

public class DatabaseCopyTests
{
    const string Source =
        """
        create table Grower (id int primary key auto_increment, email varchar(50) not null, unique key (email));
        create table plot (id int primary key, growerId int null, foreign key (growerId) references Grower (id));
        insert into Grower values (1, 'ann@x'), (7, 'Bob@x');
        insert into plot values (10, 7), (11, null);
        """;

    const string Target =
        """
        create table grower (id serial primary key, email varchar(50) not null constraint one_email unique, noted timestamptz default now());
        create table plot (id int primary key, "growerId" int constraint plot_grower references grower on delete set null deferrable initially deferred);
        create index plot_grower_idx on plot ("growerId") where "growerId" is not null;
        comment on constraint plot_grower on plot is 'who tends it';
        comment on index plot_grower_idx is 'for growers';
        """;

    [Fact]
    public async Task All_rows_arrive_with_keys_put_back_as_they_were_and_sequences_past_them()
    {
        await using var copying = await Copying.Between(Source, Target);
        const string shape =
            """
            select c.conname, pg_get_constraintdef(c.oid), c.convalidated, coalesce(obj_description(c.oid), '')
            from pg_constraint c join pg_class t on t.oid = c.conrelid where t.relname in ('grower', 'plot') and c.contype <> 'n'
            union all
            select indexname, indexdef, true, coalesce(obj_description(indexname::regclass), '') from pg_indexes where schemaname = 'public'
            order by 1, 2
            """;
        var before = await copying.Target.Rows(shape);

        var report = await copying.Run();

        Assert.Equal(["1|ann@x", "7|Bob@x"], await copying.Target.Rows("select id, email from grower order by id"));
        Assert.Equal(["10|7", "11|∅"], await copying.Target.Rows("select * from plot order by id"));
        Assert.Equal(before, await copying.Target.Rows(shape));
        Assert.Equal(8, await copying.Target.Scalar<int>("insert into grower (email) values ('new@x') returning id"));
        Assert.Equal(["grower 2 2 0", "plot 2 2 0"], report.Tables.Select(table => $"{table.Table} {table.Read} {table.Written} {table.Kept}"));
        Assert.All(report.Tables, table => Assert.StartsWith("digest ", table.Proof));
        Assert.Equal(["grower.noted gets its default: the source has no such column"], report.Plan.Notes);
        Assert.Equal(["started|0", "copied|2"], await copying.Target.Rows(
            "select event, case when event = 'copied' then jsonb_array_length(detail->'tables') else 0 end from ledger.line order by id"));
    }

    [Fact]
    public async Task Rows_that_refer_to_nothing_are_listed_and_nothing_remains()
    {
        await using var copying = await Copying.Between(
            $"{Source} set foreign_key_checks = 0; insert into plot values (12, 99), (13, 98)", Target);

        Assert.Equal(
            "Rows refer to rows that are not there:\n"
                + "  plot 12: growerId '99' is not in grower\n"
                + "  plot 13: growerId '98' is not in grower",
            await copying.Refused());
        Assert.Equal(["0|0"], await copying.Target.Rows("select (select count(*) from grower), (select count(*) from plot)"));
        Assert.Equal(["started", "failed"], await copying.Target.Rows("select event from ledger.line order by id"));
    }

    [Fact]
    public async Task A_foreign_key_that_was_never_validated_lets_no_orphan_in_and_comes_back_as_it_was()
    {
        const string target =
            "create table grower (id int primary key, email text); "
                + "create table plot (id int primary key, \"growerId\" int); "
                + "alter table plot add constraint plot_grower foreign key (\"growerId\") references grower not valid";
        await using var good = await Copying.Between(Source, target);
        await using var bad = await Copying.Between($"{Source} set foreign_key_checks = 0; insert into plot values (12, 99)", target);

        await good.Run();

        Assert.Equal(["f"], await good.Target.Rows("select convalidated from pg_constraint where conname = 'plot_grower'"));
        Assert.Equal("Rows refer to rows that are not there:\n  plot 12: growerId '99' is not in grower", await bad.Refused());
    }

    [Fact]
    public async Task A_row_with_a_sequences_last_number_arrives()
    {
        await using var copying = await Copying.Between(
            "create table one (id int primary key auto_increment); insert into one values (2147483647)", "create table one (id serial primary key)");

        await copying.Run();

        Assert.Equal(["2147483647|f"], await copying.Target.Rows("select last_value, is_called from one_id_seq"));
    }

    [Fact]
    public async Task Two_keys_that_the_source_held_apart_are_named()
    {
        await using var copying = await Copying.Between(
            """
            create table one (id char(36) collate utf8mb4_bin primary key);
            insert into one values ('0f8fad5b-d9cb-469f-a165-70867728950e'), ('0F8FAD5B-d9cb-469f-a165-70867728950e')
            """,
            "create table one (id uuid primary key)");

        Assert.Equal(
            "public.one would hold one key twice: Key (id)=(0f8fad5b-d9cb-469f-a165-70867728950e) is duplicated.", await copying.Refused());
    }

    [Fact]
    public async Task What_a_rule_changed_is_counted()
    {
        await using var copying = await Copying.Between(
            "create table one (id int primary key, other char(36), at datetime); "
                + "insert into one values (1, '', '0000-00-00 00:00:00'), (2, '', '2020-01-01 00:00:00'), (3, '0F8FAD5B-d9cb-469f-a165-70867728950e', null)",
            "create table one (id int primary key, other uuid, at timestamp)");

        var report = await copying.Run();

        Assert.Equal(
            ["other: 3 values empty to NULL, or into lower case", "at: 1 value zero date to NULL"], report.Tables[0].Changes);
    }

    [Fact]
    public async Task Values_that_the_target_does_not_take_are_found_before_the_first_row()
    {
        await using var copying = await Copying.Between(
            "create table one (id int primary key, flag tinyint(1), name varchar(9) null); insert into one values (1, 1, 'a'), (2, 5, null), (3, -1, null)",
            "create table one (id int primary key, flag boolean, name text not null)");

        Assert.Equal(
            "The source holds values that the target does not take:\n"
                + "  one.flag: 2 rows with a value that does not become boolean: 2 ('5'), 3 ('-1')\n"
                + "  one.name: 2 rows with NULL, which the target does not take: 2, 3",
            await copying.Refused());
        Assert.Empty(await copying.Target.Rows("select nspname from pg_namespace where nspname = 'ledger'"));
    }

    [Fact]
    public async Task Rejects_within_the_budget_are_left_out_and_the_others_arrive()
    {
        await using var copying = await Copying.Between(
            "create table one (id int primary key, flag tinyint(1)); insert into one values (1, 1), (2, 5), (3, 0)",
            "create table one (id int primary key, flag boolean)");
        var folder = Directory.CreateTempSubdirectory("schema-rejects-");

        var report = await copying.Run(new() { MaxRejects = RejectBudget.Rows(1), RejectsFolder = folder.FullName });

        Assert.Equal(["1|t", "3|f"], await copying.Target.Rows("select * from one order by id"));
        Assert.Equal((3, 2, 1), (report.Tables[0].Read, report.Tables[0].Written, report.Tables[0].Rejected));
        Assert.Equal(
            """{"position":"row 2","entity":"one","key":"2","reason":"flag: '5' is neither 0 nor 1","row":{"id":"2","flag":"5"}}""" + "\n",
            await File.ReadAllTextAsync(report.Tables[0].RejectsFile!));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_row_that_a_constraint_of_the_target_refuses_is_named_by_its_key()
    {
        await using var copying = await Copying.Between(
            "create table one (id varchar(90) primary key, size int); insert into one values ('a', 1), ('b', 2), (repeat('long', 20), -3), ('z', 4)",
            "create table one (id text primary key, size int constraint some_size check (size > 0))");

        Assert.StartsWith(
            $"one {string.Concat(Enumerable.Repeat("long", 20))} is refused by the target: new row for relation \"one\" violates check constraint \"some_size\"", await copying.Refused());
    }

    [Fact]
    public async Task Computed_columns_are_left_out_and_compared()
    {
        const string source =
            "create table one (id int primary key, a int, b int as (a * 2) stored); insert into one (id, a) values (1, 1), (2, 5), (3, null)";
        await using var equal = await Copying.Between(source, "create table one (id int primary key, a int, b int generated always as (a * 2) stored)");
        await using var other = await Copying.Between(source, "create table one (id int primary key, a int, b int generated always as (a + 1) stored)");

        await equal.Run();

        Assert.Equal(["1|1|2", "2|5|10", "3|∅|∅"], await equal.Target.Rows("select id, a, b from one order by id"));
        Assert.Equal(
            "The proof failed: one does not hold what was sent (3 rows sent, 3 found):\n  one 2 differs in b",
            await other.Refused(new() { Verify = Verification.Counts }));
    }

    [Fact]
    public async Task A_value_of_40_MB_arrives_between_small_ones()
    {
        await using var copying = await Copying.Between(
            "create table one (id int primary key, content longblob, words longtext); "
                + "insert into one values (1, 'before', 'a'), (2, repeat('0123456789', 4000000), repeat('tab\\t', 300000)), (3, 'after', 'b')",
            "create table one (id int primary key, content bytea, words text)");

        await copying.Run();

        Assert.Equal(
            ["1|6|1", "2|40000000|1200000", "3|5|1"],
            await copying.Target.Rows("select id, length(content), length(words) from one order by id"));
        Assert.Equal(
            ["t|t"],
            await copying.Target.Rows(
                @"select content = convert_to(repeat('0123456789', 4000000), 'UTF8'), words = repeat(E'tab\t', 300000) from one where id = 2"));
    }
}
