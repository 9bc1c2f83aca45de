using Schema.Import.MySql;

namespace Schema.Tests.MySql;

/// <summary>Every type of column arrives as the bytes that the server shows, whatever its defaults are.</summary>
public class MySqlValuesTests
{
    [Theory]
    [InlineData("tinyint", "-128", "-128")]
    [InlineData("tinyint unsigned", "255", "255")]
    [InlineData("smallint", "-32768", "-32768")]
    [InlineData("mediumint unsigned", "16777215", "16777215")]
    [InlineData("int", "-2147483648", "-2147483648")]
    [InlineData("int(8) zerofill", "42", "00000042")]
    [InlineData("bigint unsigned", "18446744073709551615", "18446744073709551615")]
    [InlineData("decimal(65,30)", "12345678901234567890123456789012345.123456789012345678901234567890", "12345678901234567890123456789012345.123456789012345678901234567890")]
    [InlineData("double", "0.1", "0.1")]
    [InlineData("double", "1.7976931348623157e308", "1.7976931348623157e308")]
    [InlineData("date", "'0000-00-00'", "0000-00-00")]
    [InlineData("date", "'0009-01-02'", "0009-01-02")]
    [InlineData("datetime", "'9999-12-31 23:59:59'", "9999-12-31 23:59:59")]
    [InlineData("datetime(6)", "'2025-11-02 01:30:00.000001'", "2025-11-02 01:30:00.000001")]
    [InlineData("time", "'-838:59:59'", "-838:59:59")]
    [InlineData("time(6)", "'26:00:00.5'", "26:00:00.500000")]
    [InlineData("year", "1901", "1901")]
    [InlineData("char(5)", "'a '", "a")]
    [InlineData("varchar(20)", "'a '", "a ")]
    [InlineData("text", "'one\ntwo\\0three'", "one\ntwo\0three")]
    [InlineData("longtext", "'😀 grün'", "😀 grün")]
    [InlineData("varchar(20) character set latin1", "'grün'", "grün")]
    [InlineData("varchar(20) character set utf16", "'grün'", "grün")]
    [InlineData("enum('red','green','')", "'green'", "green")]
    [InlineData("set('a','b','c')", "'c,a'", "a,c")]
    [InlineData("json", """'{"b": 1, "a": "x"}'""", """{"b": 1, "a": "x"}""")]
    [InlineData("uuid", "'0f8FAD5B-d9cb-469f-a165-70867728950e'", "0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("inet6", "'::1'", "::1")]
    public async Task A_value_has_its_text_form(string type, string literal, string expected)
    {
        await using var database = await MariaDbDatabase.With(
            $"set sql_mode = ''; create table one (value {type} null); insert into one values ({literal}), (null)");

        Assert.Equal([expected, "∅"], await database.Rows("select value from one"));
    }

    [Fact]
    public async Task A_time_of_the_server_is_shown_in_UTC()
    {
        await using var database = await MariaDbDatabase.With(
            "create table one (value timestamp(3) null); set time_zone = '+05:00'; insert into one values ('2025-06-01 12:00:00.25')");

        Assert.Equal(["2025-06-01 07:00:00.250"], await database.Rows("select value from one"));
    }

    [Fact]
    public async Task A_float_is_exact_by_its_catalogue_expression()
    {
        await using var database = await MariaDbDatabase.With("create table one (value float); insert into one values (16777215), (0.1)");
        await using var connection = await database.Open();

        var column = (await MySqlCatalogue.Read(connection, CancellationToken.None))[0].Columns[0];

        Assert.Equal("`value` + 0e0", column.Expression);
        Assert.Equal(["16777200", "0.1"], await connection.Texts("select value from one"));
        Assert.Equal(["16777215", "0.10000000149011612"], await connection.Texts($"select {column.Expression} from one"));
    }

    [Fact]
    public async Task Null_and_the_empty_string_are_two_things()
    {
        await using var database = await MariaDbDatabase.With(
            "create table one (a varchar(5), b varbinary(5)); insert into one values (null, ''), ('', null), ('NULL', '\\\\N')");

        Assert.Equal(["∅|", "|∅", @"NULL|\N"], await database.Rows("select * from one"));
    }

    [Fact]
    public async Task Every_byte_of_a_blob_arrives()
    {
        var bytes = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        await using var database = await MariaDbDatabase.With(
            $"create table one (a blob, b varbinary(256), c bit(64)); insert into one values (x'{Convert.ToHexString(bytes)}', a, b'1000000001')");
        await using var connection = await database.Open();
        await using var rows = await connection.Query("select * from one", CancellationToken.None);

        Assert.True(await rows.Read(CancellationToken.None));
        Assert.Equal(bytes, rows[0].ToArray());
        Assert.Equal(bytes, rows[1].ToArray());
        Assert.Equal([0, 0, 0, 0, 0, 0, 2, 1], rows[2].ToArray());
        Assert.False(await rows.Read(CancellationToken.None));
    }

    [Fact]
    public async Task A_field_is_described()
    {
        await using var database = await MariaDbDatabase.With(
            "create table one (id bigint unsigned auto_increment primary key, price decimal(10,2), name varchar(30) not null, raw varbinary(9))");
        await using var connection = await database.Open();
        await using var rows = await connection.Query("select id, price as cost, name, raw from one", CancellationToken.None);

        Assert.Equal(["id", "cost", "name", "raw"], rows.Fields.Select(field => field.Name));
        Assert.Equal([MySqlType.BigInt, MySqlType.Decimal, MySqlType.VarChar, MySqlType.VarChar], rows.Fields.Select(field => field.Type));
        Assert.Equal([20u, 12u, 120u, 9u], rows.Fields.Select(field => field.Length));
        Assert.Equal([true, true, false, true], rows.Fields.Select(field => field.IsBinary));
        Assert.Equal(2, rows.Fields[1].Decimals);
        Assert.True(rows.Fields[0].Flags.HasFlag(MySqlFlags.NotNull | MySqlFlags.Unsigned | MySqlFlags.AutoIncrement | MySqlFlags.PrimaryKey));
        Assert.False(await rows.Read(CancellationToken.None));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_not_made_into_one()
    {
        await using var database = await MariaDbDatabase.Empty();
        await using var connection = await database.Open();
        await using var rows = await connection.Query("select x'ff'", CancellationToken.None);
        await rows.Read(CancellationToken.None);

        Assert.Throws<System.Text.DecoderFallbackException>(() => rows.Text(0));
    }
}
