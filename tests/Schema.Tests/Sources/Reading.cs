using Schema.Import;

namespace Schema.Tests.Sources;

/// <summary>Reads a source to its end, as a step does.</summary>
static class Reading
{
    public static async Task<List<SourceRow<TLegacy>>> All<TLegacy>(this Source<TLegacy> source, string location)
    {
        await using var session = await source.Open(location, CancellationToken.None);
        var rows = new List<SourceRow<TLegacy>>();
        await foreach (var row in source.Read(session, CancellationToken.None))
            rows.Add(row);

        return rows;
    }

    public static async Task<string> File(byte[] content)
    {
        var path = Path.Combine(Path.GetTempPath(), $"schema-tests-{Guid.NewGuid():N}.csv");
        await System.IO.File.WriteAllBytesAsync(path, content);

        return path;
    }
}
