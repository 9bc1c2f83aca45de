using Schema.Import;
using Schema.Import.Transfer;

namespace Schema.Tests.Transfer;

public class PostgresSourceTests
{
    [Fact]
    public async Task PostgreSQL_is_a_source_too_whatever_its_types()
    {
        const string table =
            """
            create type colour as enum ('red', 'green');
            create schema other;
            create table other.one (
                id bigint generated always as identity primary key, words text, colours colour[], span tstzrange, net inet,
                data jsonb, ratio double precision, at timestamptz, raw bytea, money numeric(10,3), twice numeric generated always as (money * 2) stored);
            """;
        await using var source = await TestDatabase.Empty();
        await using var target = await TestDatabase.Empty();
        await target.Execute(table);
        await source.Execute(
            table
                + """
                insert into other.one (words, colours, span, net, data, ratio, at, raw, money) values
                    (E'tab\tnew\nline\\ back\r\b\f\v', '{red,green}', '[2020-01-01,infinity)', '10.0.0.1/24', '{"b": 1, "a": "\\n"}', 'NaN',
                     '2020-02-29 12:00:00.000001+05', '\x005c0a', 12.5),
                    ('', '{}', 'empty', null, 'null', '-Infinity', '-infinity', '', 0),
                    (null, null, null, null, null, null, null, null, null);
                select nextval('other.one_id_seq');
                """);

        var report = await DatabaseCopy.Run(source.ConnectionString, target.ConnectionString, new(), CancellationToken.None);

        const string all = "set timezone = 'UTC'; select * from other.one order by id";
        Assert.Equal(3, report.Written);
        Assert.Equal(await source.Rows(all), await target.Rows(all));
        Assert.Equal(4, await target.Scalar<long>("insert into other.one (words) values ('x') returning id"));
    }

    [Fact]
    public async Task Types_that_differ_are_converted_by_the_same_rules()
    {
        await using var source = await TestDatabase.Empty();
        await using var target = await TestDatabase.Empty();
        await source.Execute(@"create table one (id text primary key, n bigint, f boolean, words varchar(5), at timestamptz); insert into one values ('0F8FAD5B-d9cb-469f-a165-70867728950E', 7, true, E'a\tb', '2025-01-01 00:00:00.000001+02')");
        await target.Execute("create table one (id uuid primary key, n smallint, f integer, words varchar(3), at timestamp)");

        await DatabaseCopy.Run(source.ConnectionString, target.ConnectionString, new(), CancellationToken.None);

        Assert.Equal(["0f8fad5b-d9cb-469f-a165-70867728950e|7|1|a\tb|2024-12-31 22:00:00.000001"], await target.Rows("select * from one"));
    }

    [Fact]
    public async Task Tables_that_inherit_keep_their_own_rows()
    {
        const string tables = "create table plant (id int primary key); create table tree (height int) inherits (plant); ";
        await using var source = await TestDatabase.Empty();
        await using var target = await TestDatabase.Empty();
        await source.Execute(tables + "insert into plant values (1); insert into tree values (2, 30)");
        await target.Execute(tables + "insert into plant values (8); insert into tree values (9, 7)");

        var replace = new TransferOptions { Replace = true, Confirm = _ => true };
        await DatabaseCopy.Run(source.ConnectionString, target.ConnectionString, replace with { Tables = ["plant"] }, CancellationToken.None);
        Assert.Equal(["plant|1", "tree|9"], await target.Rows("select tableoid::regclass, id from plant order by id"));

        await DatabaseCopy.Run(source.ConnectionString, target.ConnectionString, replace, CancellationToken.None);
        Assert.Equal(["plant|1", "tree|2"], await target.Rows("select tableoid::regclass, id from plant order by id"));
    }

    [Fact]
    public async Task A_database_is_not_copied_into_itself()
    {
        await using var database = await TestDatabase.Empty();

        var refused = await Assert.ThrowsAsync<SchemaException>(
            () => DatabaseCopy.Run(database.ConnectionString, database.ConnectionString, new(), CancellationToken.None));

        Assert.StartsWith("Source and target are one database: 127.0.0.1:", refused.Message);
    }
}
