namespace Schema.Import;

/// <summary>The <c>.env</c> file: <c>NAME=value</c> lines, quotes and <c>export</c> as shells write them.</summary>
static class EnvironmentFile
{
    /// <summary>Least important first. The project's own file counts below its folders too, because <c>dotnet ef</c> starts in one of them.</summary>
    public static IEnumerable<string> Find(string directory)
    {
        if (ProjectFolder.Above(directory) is { } project && project != directory && Exists(project) is { } own)
            yield return own;

        if (Exists(directory) is { } here)
            yield return here;
    }

    public static IEnumerable<KeyValuePair<string, string>> Read(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (Parse(line, path, number) is { } setting)
                yield return setting;
        }
    }

    static KeyValuePair<string, string>? Parse(string line, string path, int number)
    {
        var text = line.Trim();
        if (text.Length == 0 || text[0] == '#')
            return null;

        if (text.StartsWith("export ", StringComparison.Ordinal))
            text = text[7..].TrimStart();

        var equals = text.IndexOf('=');
        if (equals <= 0)
            throw new SchemaException(ExitCode.Usage, $"{path}, line {number}: expected NAME=value, found no '='.");

        return KeyValuePair.Create(text[..equals].TrimEnd(), Unquote(text[(equals + 1)..].Trim()));
    }

    static string Unquote(string value)
    {
        if (value.Length >= 2 && value[0] is '"' or '\'' && value[^1] == value[0])
            return value[1..^1];

        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? value : value[..comment].TrimEnd();
    }

    static string? Exists(string directory)
    {
        var path = Path.Combine(directory, ".env");
        return File.Exists(path) ? path : null;
    }
}
