namespace Schema.Tests.Testing;

/// <summary>PostgreSQL's own programs on this machine.</summary>
static class PostgresPrograms
{
    // Debian's on the path are scripts that look for these: one takes as long as a third of a dump.
    static readonly string[] Folders =
    [
        .. (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
            .OrderDescending().Select(version => Path.Combine(version, "bin")),
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'),
    ];

    public static string Find(string name) => Folders.Select(folder => Path.Combine(folder, name)).First(File.Exists);
}
