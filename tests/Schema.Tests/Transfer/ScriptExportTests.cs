using System.IO.Compression;
using System.Text;
using Schema.Import;
using Schema.Import.Transfer;

namespace Schema.Tests.Transfer;

/// <summary>Folders as the old scripts wrote them: their manifest, their quotes, no types.</summary>
public sealed class ScriptExportTests : IDisposable
{
    const string Target =
        """
        create table memo (id uuid primary key, "nameID" varchar(36) not null, content bytea, "createdDate" timestamp not null, open boolean, data json, price numeric);
        """;

    const string Memos =
        """"
        id,nameID,content,createdDate,open,data,price
        "0f8fad5b-d9cb-469f-a165-70867728950e","one ""two""","\x48656C6C6F","2025-11-27 16:09:41.000001","1","{""a"": 1}","12.50"
        "1f8fad5b-d9cb-469f-a165-70867728950e","",,"2025-11-27 16:09:42.000000","0",,

        """";

    readonly string folder = Directory.CreateTempSubdirectory("schema-scripts-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task They_are_loaded_and_what_they_lost_is_said()
    {
        await using var target = await TestDatabase.Empty();
        await target.Execute(Target);
        await Export(("memo", 2, Memos));

        var report = await Load(target);

        Assert.Equal(
            [
                @"0f8fad5b-d9cb-469f-a165-70867728950e|one ""two""|\x48656c6c6f|2025-11-27 16:09:41.000001|t|{""a"": 1}|12.50",
                "1f8fad5b-d9cb-469f-a165-70867728950e||∅|2025-11-27 16:09:42|f|∅|∅",
            ],
            await target.Rows("select * from memo order by id"));
        Assert.Equal(
            [
                "the old scripts wrote this export: line breaks in its texts are lost, each LF became a blank and each CR nothing",
                "an empty char(36) was exported as NULL, and cannot be told from one",
                "the files bear no types and no digests: values are read as the target's types demand, and only the numbers of rows can be checked",
                "the tables are of no single moment: the export read them one after the other",
            ],
            report.Plan.Notes);
        Assert.Equal(($"{folder} (mysql database alkemio)", new DateTimeOffset(2025, 11, 27, 16, 9, 41, TimeSpan.Zero)), (report.Plan.Source, report.Plan.Snapshot));
    }

    [Theory]
    [InlineData(3, "memo.csv, line 4: the file ends here with 2 rows where its manifest says 3.")]
    [InlineData(1, "memo.csv, line 4: the file ends here with 2 rows where its manifest says 1.")]
    public async Task Another_number_of_rows_than_the_manifest_says_is_refused(int rows, string expected)
    {
        await using var target = await TestDatabase.Empty();
        await target.Execute(Target);
        await Export(("memo", rows, Memos));

        var refused = await Assert.ThrowsAsync<SchemaException>(() => Load(target));

        Assert.Equal((ExitCode.DataRefused, expected), (refused.Exit, refused.Message));
    }

    [Fact]
    public async Task A_query_that_failed_unseen_is_an_empty_file()
    {
        await using var target = await TestDatabase.Empty();
        await Export(("memo", 2, ""));

        var refused = await Assert.ThrowsAsync<SchemaException>(() => Load(target));

        Assert.Equal("memo.csv, line 1: the file is empty, a header is expected.", refused.Message);
    }

    [Fact]
    public async Task A_value_that_the_target_does_not_read_is_named()
    {
        await using var target = await TestDatabase.Empty();
        await target.Execute(Target);
        await Export(("memo", 2, Memos.Replace("\"0\",,", "\"2\",,")));

        var refused = await Assert.ThrowsAsync<SchemaException>(() => Load(target));

        Assert.Contains("memo 1f8fad5b-d9cb-469f-a165-70867728950e open: '2' is neither 0 nor 1", refused.Message);
    }

    [Fact]
    public async Task A_whiteboard_in_base64_of_its_characters_is_repaired_to_base64_of_its_stream()
    {
        await using var target = await TestDatabase.Empty();
        await target.Execute("create table whiteboard (id int primary key, content text)");
        var stream = Zlib(string.Concat(Enumerable.Range(0, 200).Select(number => $"shape {number * 7919 % 1000};")));
        var characters = Convert.ToBase64String(Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(stream)), Base64FormattingOptions.InsertLineBreaks);
        await Export(("whiteboard", 1, $"id,content\n\"1\",\"{characters.Replace("\r", "")}\"\n"));

        var report = await Load(target, "whiteboard.content:latin1-zlib→base64");

        Assert.Equal([$"1|{Convert.ToBase64String(stream)}"], await target.Rows("select * from whiteboard"));
        Assert.Equal(["content: 1 value of a zlib stream to base64"], report.Tables[0].Changes);
    }

    async Task Export(params (string Name, int Rows, string Text)[] tables)
    {
        foreach (var (name, _, text) in tables)
            await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.csv"), text);

        await File.WriteAllTextAsync(
            Path.Combine(folder, "migration_manifest.json"),
            $$"""
            {
              "export_info": {"timestamp": "20251127_160941", "source_database": "alkemio", "source_type": "mysql", "container": "alkemio_dev_mysql"},
              "tables": { {{string.Join(", ", tables.Select(table => $$"""
                  "{{table.Name}}": {"rows": {{table.Rows}}, "columns": 7}
                  """))}} },
              "summary": {"total_tables": {{tables.Length}}, "total_rows": {{tables.Sum(table => table.Rows)}}}
            }
            """);
    }

    Task<TransferReport> Load(TestDatabase target, params string[] repairs) =>
        DatabaseCopy.Run(folder, target.ConnectionString, new() { Command = "load", Repairs = repairs, RejectsFolder = folder }, CancellationToken.None);

    static byte[] Zlib(string text)
    {
        var bytes = new MemoryStream();
        using (var zlib = new ZLibStream(bytes, CompressionLevel.Optimal))
            zlib.Write(Encoding.UTF8.GetBytes(text));

        return bytes.ToArray();
    }
}
