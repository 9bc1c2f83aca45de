using System.Collections.Concurrent;

namespace Schema.Tests.Legacy.School;

/// <summary>A conflict file, and what a person does to it.</summary>
sealed class EditedConflicts : IDisposable
{
    static readonly ConcurrentDictionary<(string V1, string Here), Lazy<Task<string>>> Checked = new();

    public string File { get; } = Path.Combine(Path.GetTempPath(), $"conflicts-{Guid.NewGuid():N}.csv");

    /// <summary>The option of the import that names it.</summary>
    public (string Option, string Value) Chosen => ("conflicts", File);

    /// <summary>Its lines without the keys.</summary>
    public IEnumerable<string> Lines => System.IO.File.ReadLines(File).Skip(1).Select(line => line[(line.IndexOf(',') + 1)..]);

    /// <summary>As a check of these rows writes it; one check does for all who edit what it wrote.</summary>
    public async Task OfCheck(string v1, string here = "") =>
        await System.IO.File.WriteAllTextAsync(File, await Checked.GetOrAdd((v1, here), rows => new(() => Check(rows.V1, rows.Here))).Value);

    /// <summary>Whose value is named as <c>parent,p1,email</c>; a target stands behind two commas: <c>merge,,parent:p1</c>.</summary>
    public async Task Decide(params (string Whose, string Decision)[] decisions)
    {
        var lines = await System.IO.File.ReadAllLinesAsync(File);
        foreach (var (whose, decision) in decisions)
        {
            var at = Array.FindIndex(lines, line => line.Contains($",{whose},", StringComparison.Ordinal));
            var fields = lines[at].Split(',');
            var words = decision.Split(",,");
            (fields[7], fields[8]) = (words[0], words.ElementAtOrDefault(1) ?? "");
            lines[at] = string.Join(',', fields);
        }

        await System.IO.File.WriteAllLinesAsync(File, lines);
    }

    public void Dispose() => System.IO.File.Delete(File);

    static async Task<string> Check(string v1Rows, string hereRows)
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.With(v1Rows);
        if (hereRows.Length > 0)
            await target.Execute(hereRows);
        using var written = new EditedConflicts();
        await target.Check(v1.ConnectionString, written.Chosen);

        return await System.IO.File.ReadAllTextAsync(written.File);
    }
}
