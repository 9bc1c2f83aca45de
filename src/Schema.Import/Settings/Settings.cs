namespace Schema.Import;

/// <summary>All settings of a run, looked up in one order: option, environment, <c>.env</c>, default.</summary>
public sealed class Settings
{
    readonly Dictionary<string, Setting> values = new(StringComparer.Ordinal);

    Settings(string directory) => Directory = directory;

    public string Directory { get; }

    public IEnumerable<Setting> All => values.Values.OrderBy(setting => setting.Name, StringComparer.Ordinal);

    /// <param name="directory">Where <c>.env</c> is looked for.</param>
    /// <param name="options">What was typed.</param>
    /// <param name="variables">The environment; without it, that of this process.</param>
    public static Settings Load(
        string directory, IReadOnlyDictionary<string, string>? options = null, IReadOnlyDictionary<string, string>? variables = null)
    {
        var settings = new Settings(directory);
        foreach (var file in EnvironmentFile.Find(directory))
            settings.Add(EnvironmentFile.Read(file), file);

        settings.Add(variables ?? ProcessVariables(), "environment");
        settings.Add(options ?? new Dictionary<string, string>(), "option");

        return settings;
    }

    /// <summary>These and nothing of the machine's.</summary>
    public static Settings Only(string directory, IReadOnlyDictionary<string, string> values)
    {
        var settings = new Settings(directory);
        settings.Add(values, "option");

        return settings;
    }

    public static IReadOnlyDictionary<string, string> ProcessVariables() =>
        Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");

    public Setting? Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (values.TryGetValue(name, out var setting) && setting.Value.Length > 0)
                return setting;
        }

        return null;
    }

    public string? Value(params ReadOnlySpan<string> names) => Find(names)?.Value;

    void Add(IEnumerable<KeyValuePair<string, string>> found, string origin)
    {
        foreach (var (name, value) in found)
            values[name] = new Setting(name, value, origin);
    }
}
