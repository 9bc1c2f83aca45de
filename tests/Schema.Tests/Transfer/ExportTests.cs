using System.Text.Json.Nodes;
using Schema.Import;
using Schema.Import.Transfer;

namespace Schema.Tests.Transfer;

public sealed class ExportTests : IDisposable
{
    const string Source =
        """
        create table Fruit (id int primary key, name varchar(40) null, data mediumblob null, bits bit(12) null, size float null, at datetime(6) null,
                            kind enum('a','it''s') null, ripe tinyint(1) not null, twice int as (id * 2) stored);
        insert into Fruit (id, name, data, bits, size, at, kind, ripe) values
          (1, 'two\r\nlines, "quoted"', x'00ff5c22', b'101', 0.1, '2025-11-02 01:30:00.000001', 'it''s', 1),
          (2, '', '', null, null, null, null, 0),
          (3, null, null, b'0', -5e10, '0009-01-02', 'a', 1),
          (4, '\\N', x'5c2e', null, null, '0000-00-00', null, 0);
        create table migrations_typeorm (id int);
        """;

    const string Target =
        """
        create table fruit (id int primary key, name text, data bytea, bits varbit(12), size real, at timestamp, kind text, ripe boolean not null,
                            twice int generated always as (id * 2) stored)
        """;

    const string Fruits = "select id, name, data, bits, size, at, kind, ripe, twice from fruit order by id";

    readonly string folder = Path.Combine(Path.GetTempPath(), $"schema-export-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_is_exported_and_loaded_is_what_a_copy_brings()
    {
        await using var copying = await Copying.Between(Source, Target);
        await copying.Run();
        var copied = await copying.Target.Rows(Fruits);

        var report = await Export(copying);
        await copying.Target.Execute("truncate fruit");
        var loaded = await Load(copying);

        Assert.Equal(["migrations_typeorm is left out: a migration tool's own table (--include migrations_typeorm takes it)"], report.Notes);
        Assert.Equal(copied, await copying.Target.Rows(Fruits));
        Assert.Equal((4, 4), (loaded.Tables[0].Read, loaded.Tables[0].Written));
        Assert.StartsWith("digest ", loaded.Tables[0].Proof);
        Assert.Equal(
            ["copy|copied", "load|copied"], await copying.Target.Rows("select subject, event from ledger.line where event = 'copied' order by id"));
    }

    [Fact]
    public async Task Nothing_is_NULL_two_quotes_are_the_empty_text_and_line_breaks_stay()
    {
        await using var copying = await Copying.Between(Source, Target);

        await Export(copying);

        Assert.Equal(
            "id,name,data,bits,size,at,kind,ripe,twice\n"
                + "1,\"two\r\nlines, \"\"quoted\"\"\",\\x00ff5c22,\\x0005,0.10000000149011612,2025-11-02 01:30:00.000001,it's,1,2\n"
                + "2,\"\",\\x,,,,,0,4\n"
                + "3,,,\\x0000,-49999998976,0009-01-02 00:00:00.000000,a,1,6\n"
                + "4,\\N,\\x5c2e,,,0000-00-00 00:00:00.000000,,0,8\n",
            await File.ReadAllTextAsync(Path.Combine(folder, "Fruit.csv")));
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "manifest.json")))!;
        Assert.Equal("schema export 1", (string?)manifest["format"]);
        Assert.Equal(4, (int?)manifest["tables"]![0]!["rows"]);
        Assert.Equal("varchar(40)", (string?)manifest["tables"]![0]!["columns"]![1]!["type"]!["shown"]);
        Assert.Equal(1, (int?)manifest["tables"]![0]!["columns"]![1]!["nulls"]);
        if (!OperatingSystem.IsWindows())
            Assert.All(Directory.GetFiles(folder), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task A_file_that_is_cut_short_edited_or_missing_is_refused_before_anything()
    {
        await using var copying = await Copying.Between($"{Source} create table leaf (id int primary key); create table root (id int primary key)", Target);
        await Export(copying);
        var fruit = Path.Combine(folder, "Fruit.csv");
        var text = await File.ReadAllTextAsync(fruit);

        await File.WriteAllTextAsync(fruit, text[..^3]);
        File.Delete(Path.Combine(folder, "leaf.csv"));
        await File.WriteAllTextAsync(Path.Combine(folder, "root.csv"), "iD\n");
        var refused = await Assert.ThrowsAsync<SchemaException>(() => Load(copying));

        Assert.Equal(ExitCode.DataRefused, refused.Exit);
        Assert.Equal(
            $"{folder} is not the export that its manifest describes:\n"
                + $"  Fruit.csv has {text.Length - 3} bytes where {text.Length} were written\n"
                + "  leaf.csv is missing\n"
                + "  root.csv holds other bytes than were written: its SHA-256 differs",
            refused.Message);
        Assert.Empty(await copying.Target.Rows("select nspname from pg_namespace where nspname = 'ledger'"));
    }

    [Fact]
    public async Task An_export_that_did_not_end_is_none()
    {
        await using var copying = await Copying.Between(Source, Target);
        await Export(copying);
        File.Delete(Path.Combine(folder, "manifest.json"));

        var refused = await Assert.ThrowsAsync<SchemaException>(() => Load(copying));

        Assert.Equal($"{folder} is no export: it holds neither manifest.json nor migration_manifest.json.", refused.Message);
    }

    [Fact]
    public async Task A_folder_that_holds_something_is_left_alone()
    {
        await using var copying = await Copying.Between(Source, Target);
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "mine.txt"), "mine");

        var refused = await Assert.ThrowsAsync<SchemaException>(() => Export(copying));

        Assert.Equal((ExitCode.Guarded, $"{folder} is not an empty folder."), (refused.Exit, refused.Message));
        Assert.Equal(["mine.txt"], Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_named()
    {
        await using var copying = await Copying.Between(Source, Target);
        await File.WriteAllTextAsync(folder, "a file");
        var below = Path.Combine(folder, "below");

        var refused = await Assert.ThrowsAsync<SchemaException>(
            () => DatabaseExport.Run(copying.Source.Address.ToString(), below, new(), CancellationToken.None));

        Assert.Equal(ExitCode.Unreachable, refused.Exit);
        Assert.StartsWith($"{below} cannot be written: ", refused.Message);
        File.Delete(folder);
    }

    [Fact]
    public async Task A_NULL_where_the_target_takes_none_is_known_from_the_manifest()
    {
        await using var copying = await Copying.Between(Source, Target.Replace("name text", "name text not null"));
        await Export(copying);

        var refused = await Assert.ThrowsAsync<SchemaException>(() => Load(copying));

        Assert.Equal(
            "The source holds values that the target does not take:\n  Fruit.name: 1 row with NULL, which the target does not take", refused.Message);
    }

    [Fact]
    public async Task A_PostgreSQL_database_is_exported_too()
    {
        await using var source = await TestDatabase.Empty();
        await using var target = await TestDatabase.Empty();
        const string tables =
            "create type colour as enum ('red', 'b\"lue'); "
                + "create table one (id int primary key, tags text[], data jsonb, raw bytea, price numeric(6,2), at timestamptz, c colour)";
        await source.Execute($"""{tables}; insert into one values (1, array['z', 'a b'], '[1]', '\x00', 1.50, '2025-01-01 00:00:00+02', 'b"lue'); insert into one values (2)""");
        await target.Execute(tables);

        await DatabaseExport.Run(source.ConnectionString, folder, new(), CancellationToken.None);
        await DatabaseCopy.Run(folder, target.ConnectionString, new(), CancellationToken.None);

        const string rows = "select * from one order by id";
        Assert.Equal(await source.Rows(rows), await target.Rows(rows));
    }

    Task<ExportReport> Export(Copying copying) => DatabaseExport.Run(copying.Source.Address.ToString(), folder, new(), CancellationToken.None);

    Task<TransferReport> Load(Copying copying) =>
        DatabaseCopy.Run(folder, copying.Target.ConnectionString, new() { Command = "load" }, CancellationToken.None);
}
