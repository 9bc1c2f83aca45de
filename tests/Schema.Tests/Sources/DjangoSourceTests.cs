using System.Text;
using Schema.Import;

namespace Schema.Tests.Sources;

public sealed class DjangoSourceTests : IDisposable
{
    static readonly Source<Tree> Trees = Source.DjangoJson<Tree>("orchard.tree");
    static readonly Source<Pear> Pears = Source.DjangoJson<Pear>("orchard.pear");

    readonly string file = Path.Combine(Path.GetTempPath(), $"schema-tests-{Guid.NewGuid():N}.json");

    [Fact]
    public async Task Rows_come_in_the_order_of_the_file_whichever_model_is_read_first()
    {
        Dump(Row("pear", 1), Row("pear", 2), Row("tree", 1), Row("other", 1), Row("pear", 3), Row("tree", 2));
        await using var session = await Trees.Open(file, CancellationToken.None);

        for (var time = 0; time < 3; time++)
        {
            Assert.Equal(["2: tree 1", "5: tree 2"], await Read(Trees, session));
            Assert.Equal(["0: pear 1", "1: pear 2", "4: pear 3"], await Read(Pears, session));
        }

        Assert.Equal(["0: orchard.other 1", "1: orchard.pear 3"], await Others(session));
    }

    [Fact]
    public async Task Rows_far_behind_in_a_large_dump_are_found_again()
    {
        var large = Row("pear", 1).Replace("pear 1", new string('x', 100_000), StringComparison.Ordinal);
        Dump([.. Enumerable.Repeat(large, 30), Row("tree", 1), large, Row("tree", 2)]);
        await using var session = await Trees.Open(file, CancellationToken.None);

        for (var time = 0; time < 2; time++)
        {
            Assert.Equal(["30: tree 1", "32: tree 2"], await Read(Trees, session));
            Assert.Equal(31, (await Read(Pears, session)).Count);
        }
    }

    [Fact]
    public async Task Other_models_are_counted_when_nothing_was_read_before()
    {
        Dump(Row("pear", 1), Row("tree", 1), Row("pear", 2));
        await using var session = await Trees.Open(file, CancellationToken.None);

        Assert.Equal(["0: orchard.pear 2"], await Others(session));
        Assert.Equal(["1: tree 1"], await Read(Trees, session));
    }

    [Fact]
    public async Task A_refused_row_is_named_by_its_place_in_the_whole_dump()
    {
        Dump(Row("pear", 1), Row("tree", 1), """{"pk": "old", "model": "orchard.tree", "fields": {"name": "2"}}""");
        await using var session = await Trees.Open(file, CancellationToken.None);
        await Read(Pears, session);

        Assert.Equal(["1: tree 1", "2: 'old' (row [2])"], await Read(Trees, session));
    }

    [Fact]
    public async Task Rows_of_other_models_are_read_once()
    {
        Dump(Row("pear", 1), Row("tree", 1), Row("pear", 2));
        await using var session = await Trees.Open(file, CancellationToken.None);
        await Read(Trees, session);

        await WriteUnseen((await File.ReadAllTextAsync(file)).Replace("orchard.tree", "?????????\"??", StringComparison.Ordinal));

        Assert.Equal(["0: pear 1", "2: pear 2"], await Read(Pears, session));
        var broken = await Assert.ThrowsAsync<SchemaException>(() => Read(Trees, session));
        Assert.Equal(ExitCode.DataRefused, broken.Exit);
    }

    [Fact]
    public async Task Rows_that_became_others_unseen_are_not_taken_for_what_they_were()
    {
        Dump(Row("pear", 1), Row("tree", 1));
        await using var session = await Trees.Open(file, CancellationToken.None);
        await Read(Trees, session);

        await WriteUnseen((await File.ReadAllTextAsync(file)).Replace("orchard.tree", "orchard.pear", StringComparison.Ordinal));

        var changed = await Assert.ThrowsAsync<SchemaException>(() => Read(Trees, session));
        Assert.Equal($"{Path.GetFileName(file)}[1] (orchard.pear 1): it was orchard.tree when the dump was read before.", changed.Message);
    }

    [Fact]
    public async Task A_dump_that_was_written_over_is_read_anew()
    {
        Dump(Row("pear", 1), Row("tree", 1));
        await using var session = await Trees.Open(file, CancellationToken.None);
        await Read(Trees, session);

        Dump(Row("tree", 7), Row("tree", 8), Row("pear", 1));

        Assert.Equal(["0: tree 7", "1: tree 8"], await Read(Trees, session));
    }

    [Fact]
    public async Task Models_that_lie_scattered_are_read_all_the_same()
    {
        Dump([.. Enumerable.Range(1, 1500).SelectMany(key => new[] { Row("tree", key), Row("pear", key) })]);
        await using var session = await Trees.Open(file, CancellationToken.None);

        for (var time = 0; time < 2; time++)
        {
            var trees = await Read(Trees, session);
            Assert.Equal((1500, "2998: tree 1500"), (trees.Count, trees[^1]));
        }

        Assert.Equal(["0: orchard.pear 1500"], await Others(session, "orchard.tree"));
    }

    public void Dispose() => File.Delete(file);

    void Dump(params string[] rows) => File.WriteAllText(file, $"[\n{string.Join(",\n", rows)}\n]\n");

    /// <summary>Of the same length, and as old as before.</summary>
    async Task WriteUnseen(string text)
    {
        var time = File.GetLastWriteTimeUtc(file);
        Assert.Equal(new FileInfo(file).Length, Encoding.UTF8.GetByteCount(text));
        await File.WriteAllTextAsync(file, text);
        File.SetLastWriteTimeUtc(file, time);
    }

    static string Row(string model, int key) => $$$"""{"pk": {{{key}}}, "model": "orchard.{{{model}}}", "fields": {"name": "{{{model}}} {{{key}}}"}}""";

    static async Task<List<string>> Read<TRow>(Source<TRow> source, SourceSession session)
    {
        var read = new List<string>();
        await foreach (var row in source.Read(session, CancellationToken.None))
            read.Add($"{row.Position}: {row.Refusal?.Key ?? Shown(row.Record)}");

        return read;
    }

    static string? Shown(object? record) => record is UnknownModel other ? $"{other.Model} {other.Rows}" : record?.ToString();

    static Task<List<string>> Others(SourceSession session, string known = "orchard.tree") => Read(Source.DjangoModelsBeside(known), session);

    sealed record Tree([Key] int Id, string Name)
    {
        public override string ToString() => Name;
    }

    sealed record Pear([Key] int Id, string Name)
    {
        public override string ToString() => Name;
    }
}
