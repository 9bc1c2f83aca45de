namespace Schema.Import;

/// <summary>The checkout that holds <c>scripts/postgres</c>, when the program runs inside one.</summary>
public static class ProjectFolder
{
    public static string? Above(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "scripts", "postgres")) && File.Exists(Path.Combine(folder.FullName, "Schema.sln")))
                return folder.FullName;
        }

        return null;
    }
}
