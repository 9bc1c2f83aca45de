namespace Schema.Tests.Legacy.School;

/// <summary>What a person does to a conflict file.</summary>
static class ConflictEdits
{
    /// <summary>Whose value is named as <c>parent,p1,email</c>; a target stands behind two commas: <c>merge,,parent:p1</c>.</summary>
    public static async Task Decide(string file, params (string Whose, string Decision)[] decisions)
    {
        var lines = await File.ReadAllLinesAsync(file);
        foreach (var (whose, decision) in decisions)
        {
            var at = Array.FindIndex(lines, line => line.Contains($",{whose},", StringComparison.Ordinal));
            var fields = lines[at].Split(',');
            var words = decision.Split(",,");
            (fields[7], fields[8]) = (words[0], words.ElementAtOrDefault(1) ?? "");
            lines[at] = string.Join(',', fields);
        }

        await File.WriteAllLinesAsync(file, lines);
    }

    /// <summary>Its lines without the keys.</summary>
    public static IEnumerable<string> Lines(string file) => File.ReadLines(file).Skip(1).Select(line => line[(line.IndexOf(',') + 1)..]);
}
