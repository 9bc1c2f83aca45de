using System.Text;
using Npgsql;
using Schema.Import.Transfer;

namespace Schema.Tests.Transfer;

public class ServerHashTests
{
    [Fact]
    public async Task Texts_of_every_length_hash_as_the_server_hashes_them()
    {
        await using var database = await TestDatabase.Empty();
        const string text = "Grün, \t\n\\N and '\"… \u00ff twice around the block";

        var found = await database.Rows(
            $"""
            select length, seed, hashtextextended(left(E'Grün, \t\n\\N and ''"… \u00ff twice around the block', length) collate "C", seed)
            from generate_series(0, {text.Length}) length, unnest(array[0, 1, -1, 81985529216486895]) seed
            """);

        Assert.Equal(4 * (text.Length + 1), found.Length);
        Assert.All(found, line =>
        {
            var parts = line.Split('|');
            var hash = ServerHash.Of(Encoding.UTF8.GetBytes(text[..int.Parse(parts[0])]), unchecked((ulong)long.Parse(parts[1])));
            Assert.Equal(parts[2], unchecked((long)hash).ToString());
        });
    }

    [Fact]
    public async Task A_server_that_hashes_other_bytes_is_recognised_and_its_rows_are_read_back()
    {
        await using var copying = await Copying.Between("create table one (id int primary key, name text); insert into one values (1, 'grün')", "select 1");
        var address = new NpgsqlConnectionStringBuilder(copying.Target.ConnectionString);
        address.Database += "_latin";
        await copying.Target.Execute($"create database {address.Database} template template0 encoding 'LATIN1' locale 'C'");
        await using var latin = new NpgsqlConnection(address.ConnectionString);
        await latin.OpenAsync();
        await using var table = new NpgsqlCommand("create table one (id int primary key, name text)", latin);
        await table.ExecuteNonQueryAsync();

        var report = await DatabaseCopy.Run(copying.Source.Address.ToString(), address.ConnectionString, new(), CancellationToken.None);

        Assert.False(await ServerDigest.IsKnownTo(latin, CancellationToken.None));
        Assert.StartsWith("digest ", report.Tables[0].Proof);
        await latin.CloseAsync();
        await copying.Target.Execute($"drop database {address.Database} with (force)");
    }
}
