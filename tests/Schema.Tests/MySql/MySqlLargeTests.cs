using System.Security.Cryptography;

namespace Schema.Tests.MySql;

public class MySqlLargeTests
{
    static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_value_of_40_MB_arrives_whole_between_small_ones()
    {
        const int Size = 40_000_000;
        await using var database = await MariaDbDatabase.With(
            $"create table one (id int primary key, content longblob); "
                + $"insert into one values (1, 'before'), (2, repeat('0123456789', {Size / 10})), (3, 'after')");
        await using var connection = await database.Open();
        await using var rows = await connection.Query("select id, content from one order by id", None);

        Assert.True(await rows.Read(None));
        Assert.Equal("before", rows.Text(1));
        Assert.True(await rows.Read(None));
        Assert.Equal(Size, rows[1].Length);
        var expected = string.Concat(Enumerable.Repeat("0123456789", Size / 10));
        Assert.Equal(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(expected)), SHA256.HashData(rows[1]));
        Assert.True(await rows.Read(None));
        Assert.Equal("after", rows.Text(1));
        Assert.False(await rows.Read(None));
    }

    /// <summary>One field, so that the row is its length's 9 or 4 bytes and the field itself.</summary>
    [Theory]
    [InlineData(0xffffff - 4 - 1)]
    [InlineData(0xffffff - 4)]
    [InlineData(0xffffff - 4 + 1)]
    [InlineData(0xffffff)]
    [InlineData(0xffffff + 1)]
    [InlineData(2 * 0xffffff - 9)]
    [InlineData(2 * 0xffffff - 9 + 1)]
    public async Task A_row_around_the_size_of_a_packet_arrives_whole(int size)
    {
        await using var database = await MariaDbDatabase.Empty();
        await using var connection = await database.Open();
        await using var rows = await connection.Query($"select concat('<', repeat('x', {size - 2}), '>') union all select 'after'", None);

        Assert.True(await rows.Read(None));
        Assert.Equal(size, rows[0].Length);
        Assert.Equal((byte)'<', rows[0][0]);
        Assert.Equal((byte)'>', rows[0][^1]);
        Assert.Equal(-1, rows[0][1..^1].IndexOfAnyExcept((byte)'x'));
        Assert.True(await rows.Read(None));
        Assert.Equal("after", rows.Text(0));
        Assert.False(await rows.Read(None));
    }

    [Fact]
    public async Task A_row_of_a_thousand_columns_arrives()
    {
        var columns = Enumerable.Range(1, 1000).ToArray();
        await using var database = await MariaDbDatabase.With(
            $"create table one ({string.Join(", ", columns.Select(i => $"c{i} smallint null"))}); "
                + $"insert into one values ({string.Join(", ", columns.Select(i => i % 3 == 0 ? "null" : $"{i}"))})");

        Assert.Equal([string.Join('|', columns.Select(i => i % 3 == 0 ? "∅" : $"{i}"))], await database.Rows("select * from one"));
    }
}
