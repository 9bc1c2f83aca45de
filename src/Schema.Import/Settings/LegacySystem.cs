using System.Globalization;
using Npgsql;

namespace Schema.Import;

/// <summary>Where an import's legacy system lives, as far as the settings say.</summary>
public sealed record LegacySystem(string Import, string Name, Setting? Setting)
{
    /// <summary>What a setting says where there is no such system: a decision, too.</summary>
    public const string None = "none";

    public bool IsMissing => Setting is null;

    public bool IsNone => Setting?.Value.Trim().Equals(None, StringComparison.OrdinalIgnoreCase) == true;

    public string? Location => IsNone || Setting is null ? null : FromTheProject(Setting.Value);

    string Directory { get; init; } = "";

    /// <summary>The setting that says where it lives.</summary>
    public static string SettingOf(string import) => $"LEGACY_{import.ToUpperInvariant()}";

    public static LegacySystem Of(DataImport import, Settings settings)
    {
        var name = SettingOf(import.Name);
        return new(import.Name, name, settings.Find(name) ?? FromOldNames(import, settings)) { Directory = settings.Directory };
    }

    public static SchemaException Missing(IEnumerable<LegacySystem> systems, string because) => new(
        ExitCode.Usage,
        $"Pending migrations import legacy data, and nothing says where it is; this database counts as {because}.",
        "Set each to a URL or a path, or decide that there is none:\n"
        + string.Join('\n', systems.Select(system => $"    {system.Name}=none")));

    /// <summary>A path may be meant from the project's folder: dotnet ef starts in one below it.</summary>
    string FromTheProject(string value) =>
        !Path.Exists(Path.Combine(Directory, value)) && ProjectFolder.Above(Directory) is { } project && Path.Exists(Path.Combine(project, value))
            ? Path.Combine(project, value)
            : value;

    /// <summary>The names of the script that this import replaces: PREFIX_HOST, _PORT, _NAME, _USER, _PASSWORD.</summary>
    static Setting? FromOldNames(DataImport import, Settings settings)
    {
        if (import.OldSettings is not { } prefix || settings.Find($"{prefix}_HOST") is not { } host)
            return null;

        var address = new NpgsqlConnectionStringBuilder { Host = host.Value };
        if (settings.Value($"{prefix}_PORT") is { } port)
            address.Port = ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
                ? number
                : throw new SchemaException(ExitCode.Usage, $"{prefix}_PORT is '{port}'; it takes the number of a port.", $"{prefix}_PORT=5432");
        if (settings.Value($"{prefix}_NAME") is { } database)
            address.Database = database;
        if (settings.Value($"{prefix}_USER") is { } user)
            address.Username = user;
        if (settings.Value($"{prefix}_PASSWORD") is { } password)
            address.Password = password;

        return new Setting($"{prefix}_*", address.ConnectionString, host.Origin);
    }
}
