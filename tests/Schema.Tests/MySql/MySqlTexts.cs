using Schema.Import.MySql;

namespace Schema.Tests.MySql;

static class MySqlTexts
{
    public static async Task<string[]> Texts(this MySqlConnection connection, string sql)
    {
        await using var rows = await connection.Query(sql, CancellationToken.None);
        return await rows.Texts();
    }

    public static async Task<string[]> Texts(this MySqlRows rows)
    {
        var texts = new List<string>();
        while (await rows.Read(CancellationToken.None))
            texts.Add(string.Join('|', Enumerable.Range(0, rows.Fields.Count).Select(field => rows.Text(field) ?? "∅")));

        return [.. texts];
    }
}
