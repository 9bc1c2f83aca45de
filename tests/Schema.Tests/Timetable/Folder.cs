namespace Schema.Tests.Timetable;

/// <summary>A folder for one test.</summary>
sealed class Folder(string? below = null) : IDisposable
{
    public string Name { get; } = Directory.CreateDirectory(Path.Combine(below ?? Path.GetTempPath(), $"timetable-{Guid.NewGuid():N}")).FullName;

    public string Write(string file, string text)
    {
        var path = Path.Combine(Name, file);
        File.WriteAllText(path, text);

        return path;
    }

    public void Dispose() => Directory.Delete(Name, recursive: true);
}
