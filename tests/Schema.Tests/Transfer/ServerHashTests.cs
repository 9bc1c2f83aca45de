using System.Text;
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
}
