namespace Schema.Tests.Timetable;

/// <summary>A folder for one test.</summary>
sealed class Folder : IDisposable
{
    public string Name { get; } = Directory.CreateTempSubdirectory("timetable-").FullName;

    public string Write(string file, string text)
    {
        var path = Path.Combine(Name, file);
        File.WriteAllText(path, text);

        return path;
    }

    public void Dispose() => Directory.Delete(Name, recursive: true);
}
