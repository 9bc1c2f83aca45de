namespace Schema.Tests.Timetable;

/// <summary>A folder for one test.</summary>
sealed class Folder : IDisposable
{
    public Folder(string? below = null) =>
        Name = below is null ? Directory.CreateTempSubdirectory("timetable-").FullName : Directory.CreateDirectory(Path.Combine(below, $"timetable-{Guid.NewGuid():N}")).FullName;

    public string Name { get; }

    public string Write(string file, string text)
    {
        var path = Path.Combine(Name, file);
        File.WriteAllText(path, text);

        return path;
    }

    public void Dispose() => Directory.Delete(Name, recursive: true);
}
