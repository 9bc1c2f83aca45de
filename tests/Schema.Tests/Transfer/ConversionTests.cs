using Schema.Import;

namespace Schema.Tests.Transfer;

/// <summary>Every pair of types that is carried over, by its awkward values; each arrives as PostgreSQL itself would write it.</summary>
public sealed class ConversionTests(ConversionTests.Databases databases) : IClassFixture<ConversionTests.Databases>
{
    [Theory]
    [InlineData("tinyint", "smallint", "-128", "-128")]
    [InlineData("tinyint(1)", "boolean", "1", "t")]
    [InlineData("tinyint(1)", "boolean", "0", "f")]
    [InlineData("tinyint unsigned", "smallint", "255", "255")]
    [InlineData("smallint", "smallint", "-32768", "-32768")]
    [InlineData("mediumint unsigned", "integer", "16777215", "16777215")]
    [InlineData("int", "integer", "-2147483648", "-2147483648")]
    [InlineData("int unsigned", "bigint", "4294967295", "4294967295")]
    [InlineData("int unsigned", "integer", "2147483647", "2147483647")]
    [InlineData("int(8) zerofill", "integer", "42", "42")]
    [InlineData("int", "smallint", "7", "7")]
    [InlineData("int", "numeric", "-7", "-7")]
    [InlineData("int", "numeric(9,2)", "-7", "-7.00")]
    [InlineData("int", "text", "-7", "-7")]
    [InlineData("int", "double precision", "16777217", "16777217")]
    [InlineData("bigint", "bigint", "-9223372036854775808", "-9223372036854775808")]
    [InlineData("bigint unsigned", "numeric(20)", "18446744073709551615", "18446744073709551615")]
    [InlineData("bigint unsigned", "bigint", "9223372036854775807", "9223372036854775807")]
    [InlineData("year", "smallint", "1901", "1901")]
    [InlineData("year", "integer", "0", "0")]
    [InlineData("year", "text", "2155", "2155")]
    [InlineData("decimal(10,2)", "numeric", "12.50", "12.50")]
    [InlineData("decimal(10,2)", "numeric(12,4)", "-0.50", "-0.5000")]
    [InlineData("decimal(10,2)", "numeric(10,1)", "12.50", "12.5")]
    [InlineData("decimal(10,2)", "integer", "12.00", "12")]
    [InlineData("decimal(3,1)", "text", "1.0", "1.0")]
    [InlineData("decimal(65,30)", "numeric", "12345678901234567890123456789012345.123456789012345678901234567890", "12345678901234567890123456789012345.123456789012345678901234567890")]
    [InlineData("decimal(30,10)", "numeric", "0.0000000000", "0.0000000000")]
    [InlineData("decimal(30,10)", "numeric", "-0.0001000000", "-0.0001000000")]
    [InlineData("decimal(30,10)", "numeric", "10000.0000000000", "10000.0000000000")]
    [InlineData("decimal(30,10)", "numeric", "100000000.0000000000", "100000000.0000000000")]
    [InlineData("decimal(30,10)", "numeric", "123456789012.0000010000", "123456789012.0000010000")]
    [InlineData("decimal(30,10)", "numeric", "-99999999.9999999999", "-99999999.9999999999")]
    [InlineData("decimal(30,10)", "numeric", "0.0000000001", "0.0000000001")]
    [InlineData("decimal(30,10)", "numeric", "5000.5000000000", "5000.5000000000")]
    [InlineData("decimal(30,10)", "numeric(30,12)", "-7.5000000000", "-7.500000000000")]
    [InlineData("float", "real", "0.1", "0.1")]
    [InlineData("float", "real", "16777215", "1.6777215e+07")]
    [InlineData("float", "double precision", "0.1", "0.10000000149011612")]
    [InlineData("double", "double precision", "0.1", "0.1")]
    [InlineData("double", "double precision", "1.7976931348623157e308", "1.7976931348623157e+308")]
    [InlineData("double", "double precision", "-5e-324", "-5e-324")]
    [InlineData("double", "real", "0.5", "0.5")]
    [InlineData("double", "numeric", "0.1", "0.1")]
    [InlineData("double", "numeric", "-1.5e20", "-150000000000000000000")]
    [InlineData("double", "numeric", "1.25e-9", "0.00000000125")]
    [InlineData("double", "numeric(6,3)", "12.5", "12.500")]
    [InlineData("double", "numeric", "0", "0")]
    [InlineData("float", "numeric", "0.1", "0.1")]
    [InlineData("decimal(20,4)", "double precision", "12.5000", "12.5")]
    [InlineData("decimal(20,4)", "double precision", "123456789012.1234", "123456789012.1234")]
    [InlineData("decimal(10,2)", "real", "-0.10", "-0.1")]
    [InlineData("inet6", "inet", "'2001:DB8::1'", "2001:db8::1")]
    [InlineData("varchar(50)", "inet", "'192.168.0.1'", "192.168.0.1")]
    [InlineData("varchar(50)", "inet", "'::ffff:10.0.0.1'", "::ffff:10.0.0.1")]
    [InlineData("varchar(50)", "inet", "'1:0:0:2:0:0:0:3'", "1:0:0:2::3")]
    [InlineData("bit(1)", "boolean", "b'1'", "t")]
    [InlineData("bit(12)", "bit(12)", "b'100000000011'", "100000000011")]
    [InlineData("bit(12)", "bit varying(20)", "b'11'", "000000000011")]
    [InlineData("bit(64)", "bit(64)", "b'1'", "0000000000000000000000000000000000000000000000000000000000000001")]
    [InlineData("bit(12)", "integer", "b'100000000011'", "2051")]
    [InlineData("char(5)", "varchar(5)", "'a '", "a")]
    [InlineData("char(5)", "character(5)", "'a'", "a    ")]
    [InlineData("varchar(20)", "varchar(20)", "'a '", "a ")]
    [InlineData("varchar(20)", "varchar(3)", "'grü'", "grü")]
    [InlineData("varchar(20)", "text", "''", "")]
    [InlineData("varchar(20)", "text", @"'\\N'", @"\N")]
    [InlineData("varchar(20)", "text", "'NULL'", "NULL")]
    [InlineData("longtext", "text", @"'one\r\ntwo\tthree\\four'", "one\r\ntwo\tthree\\four")]
    [InlineData("longtext", "text", "'😀 grün'", "😀 grün")]
    [InlineData("varchar(20) character set latin1", "text", "'grün'", "grün")]
    [InlineData("binary(4)", "bytea", "'ab'", @"\x61620000")]
    [InlineData("mediumblob", "bytea", "x'00ff5c0a09'", @"\x00ff5c0a09")]
    [InlineData("blob", "bytea", "''", @"\x")]
    [InlineData("binary(16)", "uuid", "x'0f8fad5bd9cb469fa16570867728950e'", "0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("char(36)", "uuid", "'0f8FAD5B-d9cb-469f-a165-70867728950E'", "0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("char(36)", "uuid", "''", "∅")]
    [InlineData("char(36)", "varchar(36)", "''", "")]
    [InlineData("uuid", "uuid", "'0f8FAD5B-d9cb-469f-a165-70867728950e'", "0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("date", "date", "'2024-02-29'", "2024-02-29")]
    [InlineData("date", "date", "'0009-01-02'", "0009-01-02")]
    [InlineData("date", "date", "'0000-00-00'", "∅")]
    [InlineData("date", "timestamp", "'2024-02-29'", "2024-02-29 00:00:00")]
    [InlineData("datetime", "timestamp", "'0000-00-00 00:00:00'", "∅")]
    [InlineData("datetime", "timestamp", "'9999-12-31 23:59:59'", "9999-12-31 23:59:59")]
    [InlineData("datetime(6)", "timestamp", "'2025-11-02 01:30:00.000001'", "2025-11-02 01:30:00.000001")]
    [InlineData("datetime(6)", "timestamp(3)", "'2025-11-02 01:30:00.250000'", "2025-11-02 01:30:00.25")]
    [InlineData("datetime", "timestamptz", "'2025-03-30 02:30:00'", "2025-03-30 02:30:00+00")]
    [InlineData("datetime", "date", "'2025-03-30 00:00:00'", "2025-03-30")]
    [InlineData("timestamp(6) null", "timestamptz", "'2025-03-30 02:30:00.5'", "2025-03-30 02:30:00.5+00")]
    [InlineData("time", "time", "'23:59:59'", "23:59:59")]
    [InlineData("time(6)", "time", "'00:00:00.000001'", "00:00:00.000001")]
    [InlineData("datetime(6)", "timestamp", "'0001-01-01 23:59:59.999999'", "0001-01-01 23:59:59.999999")]
    [InlineData("time(6)", "interval", "'-838:59:58.5'", "-838:59:58.5")]
    [InlineData("time", "interval", "'26:00:00'", "26:00:00")]
    [InlineData("time", "text", "'26:00:00'", "26:00:00")]
    [InlineData("enum('red','it''s','')", "text", "'it''s'", "it's")]
    [InlineData("enum('red','it''s','')", "colour", "'it''s'", "it's")]
    [InlineData("enum('red','it''s','')", "colour", "''", "")]
    [InlineData("varchar(9)", "colour", "'red'", "red")]
    [InlineData("set('a','b c','null','')", "text", "'b c,a'", "a,b c")]
    [InlineData("set('a','b c','null','q\"x\\\\')", "text[]", "'b c,a,null,q\"x\\\\'", "{a,\"b c\",\"null\",\"q\\\"x\\\\\"}")]
    [InlineData("set('a','b')", "text[]", "''", "{}")]
    [InlineData("json", "json", """'{"b": 1, "a": "x\\n", "a": 2}'""", """{"b": 1, "a": "x\n", "a": 2}""")]
    [InlineData("json", "jsonb", """'{"b": 1.50, "a": "x\\n"}'""", """{"a": "x\n", "b": 1.50}""")]
    [InlineData("longtext", "jsonb", "'  [1, 2 ]'", "[1, 2]")]
    public async Task A_value_arrives_exactly(string source, string target, string literal, string expected)
    {
        var (copying, table) = await databases.Table(source, $"(1, {literal}), (2, null)", target);

        var report = await copying.Run(new() { Tables = [table] });

        Assert.Equal([$"1|{expected}", "2|∅"], await copying.Target.Rows($"set timezone = 'UTC'; select id, value from {table} order by id"));
        Assert.Equal((2, 2, 0), (report.Tables[0].Read, report.Tables[0].Written, report.Tables[0].Rejected));
    }

    [Theory]
    [InlineData("tinyint(1)", "boolean", "2", "'2' is neither 0 nor 1")]
    [InlineData("int unsigned", "integer", "2147483648", "'2147483648' is out of range -2147483648 … 2147483647")]
    [InlineData("bigint unsigned", "bigint", "18446744073709551615", "'18446744073709551615' is out of range -9223372036854775808 … 9223372036854775807")]
    [InlineData("int", "smallint", "-32769", "'-32769' is out of range -32768 … 32767")]
    [InlineData("bigint", "double precision", "9007199254740993", "'9007199254740993' is a whole number beyond 9007199254740992, which a floating-point number may not hold exactly")]
    [InlineData("decimal(10,2)", "numeric(10,1)", "0.55", "'0.55' has more digits behind the point than the 1 that fit")]
    [InlineData("decimal(10,2)", "numeric(4,2)", "100.00", "'100.00' has more digits before the point than the 2 that fit")]
    [InlineData("decimal(10,2)", "integer", "0.01", "'0.01' is no whole number")]
    [InlineData("double", "numeric(6,2)", "0.125", "'0.125' has more digits behind the point than the 2 that fit")]
    [InlineData("decimal(20,4)", "double precision", "1234567890123456.1234", "'1234567890123456.1234' has more digits than double precision shows again")]
    [InlineData("decimal(10,2)", "real", "12345678.90", "'12345678.90' has more digits than real shows again")]
    [InlineData("varchar(50)", "inet", "'010.0.0.1'", "'010.0.0.1' is no IP address")]
    [InlineData("varchar(50)", "inet", "'10.1'", "'10.1' is no IP address")]
    [InlineData("varchar(50)", "inet", "'fe80::1%eth0'", "'fe80::1%eth0' is no IP address")]
    [InlineData("varchar(50)", "inet", "''", "'' is no IP address")]
    [InlineData("double", "real", "0.1", "'0.1' has more digits than real holds")]
    [InlineData("bit(17)", "smallint", "b'11111111111111111'", @"'\x01ffff' is out of range 0 … 32767")]
    [InlineData("varchar(20)", "varchar(3)", "'grün'", "'grün' has 4 characters where 3 fit")]
    [InlineData("varchar(20)", "varchar(3)", "'abc '", "'abc ' has 4 characters where 3 fit")]
    [InlineData("varchar(20)", "character(9)", "'a '", "'a ' ends with a blank, which char would not keep")]
    [InlineData("text", "text", "'a\\0b'", "'a␀b' holds a NUL character, which PostgreSQL's text cannot")]
    [InlineData("char(36)", "uuid", "'some-name-id'", "'some-name-id' is no uuid")]
    [InlineData("char(36)", "uuid", "'0f8fad5b-d9cb-469f-a165-70867728950g'", "'0f8fad5b-d9cb-469f-a165-70867728950g' is no uuid")]
    [InlineData("date", "date", "'2024-00-10'", "'2024-00-10' is no date of the calendar")]
    [InlineData("date", "date", "'0000-01-01'", "'0000-01-01' is no date of the calendar")]
    [InlineData("datetime(6)", "timestamp(3)", "'2025-11-02 01:30:00.000001'", "'2025-11-02 01:30:00.000001' has more digits of a second than the 3 that fit")]
    [InlineData("datetime", "date", "'2025-03-30 00:00:01'", "'2025-03-30 00:00:01' has a time of day, which a date does not hold")]
    [InlineData("time", "time", "'26:00:00'", "'26:00:00' is no time of a day")]
    [InlineData("time", "time", "'-00:00:01'", "'-00:00:01' is no time of a day")]
    [InlineData("enum('red','blue')", "colour", "'blue'", "'blue' is no label of colour")]
    [InlineData("longtext", "json", "'{\"a\": }'", "'{\"a\": }' is no JSON")]
    [InlineData("longtext", "jsonb", "''", "'' is no JSON")]
    [InlineData("json", "jsonb", """'[{"a": 1, "b": {"a": 2}, "a": 3}]'""", """'[{"a": 1, "b": {"a": 2}, "a": 3}]' has the member a twice, of which jsonb would keep the last alone""")]
    [InlineData("json", "jsonb", """'{"a": "\\u0000"}'""", """'{"a": "\u0000"}' holds \u0000 or half a character, which jsonb cannot""")]
    [InlineData("longtext", "jsonb", """'["\\ud83d"]'""", """'["\ud83d"]' holds \u0000 or half a character, which jsonb cannot""")]
    [InlineData("longtext", "jsonb", "'[1e999999999999999999999]'", "'[1e999999999999999999999]' holds a number with more digits than jsonb takes")]
    public async Task A_value_that_would_not_arrive_exactly_is_named(string source, string target, string literal, string reason)
    {
        var (copying, table) = await databases.Table(source, $"(1, null), (17, {literal})", target);

        // With a budget the rows are looked at one by one; one of the two is refused anyway, and one is too many for 0.1 %.
        var message = await copying.Refused(new() { Tables = [table], MaxRejects = RejectBudget.Parse("0.1%") });

        Assert.Equal(
            $"{table}: read 2, rejected 1; at most 0.1% rejects are allowed.\n  {table} 17 value: {reason}            (rejects: copy.{table}.jsonl)", message);
        Assert.Empty(await copying.Target.Rows($"select * from {table}"));
    }

    /// <summary>One pair of databases for all of them, a table for each.</summary>
    public sealed class Databases : IAsyncLifetime
    {
        int count;

        Copying Copying { get; set; } = null!;

        public async Task InitializeAsync() => Copying = await Copying.Between("select 1", "create type colour as enum ('red', 'it''s', '')");

        public async Task DisposeAsync() => await Copying.DisposeAsync();

        internal async Task<(Copying Copying, string Table)> Table(string source, string rows, string target)
        {
            var table = $"pair_{++count}";
            await Copying.Source.Execute($"set sql_mode = ''; create table {table} (id int primary key, value {source}); insert into {table} values {rows}");
            await Copying.Target.Execute($"create table {table} (id int primary key, value {target})");
            return (Copying, table);
        }
    }
}
