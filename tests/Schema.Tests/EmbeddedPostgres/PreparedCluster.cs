namespace Schema.Tests.EmbeddedPostgres;

/// <summary>
/// PostgreSQL's programs with an initdb that copies what the real one made once for each user, as PostgreSQL's own tests do: it makes
/// the same each time, and takes longer than all else about a cluster. <see cref="MainCluster"/> has the real one.
/// </summary>
static class PreparedCluster
{
    /// <summary>For the front of a PATH.</summary>
    public static string Programs { get; } = Lay();

    static string Lay()
    {
        var folder = Directory.CreateTempSubdirectory("schema-prepared-").FullName;
        // Each user that a server runs as keeps its own there, and touches no other's.
        File.SetUnixFileMode(folder, UnixFileMode.StickyBit | (UnixFileMode)0b111_111_111);
        foreach (var program in new[] { "postgres", "pg_ctl" })
            File.CreateSymbolicLink(Path.Combine(folder, program), PostgresPrograms.Find(program));

        var initdb = Path.Combine(folder, "initdb");
        File.WriteAllText(initdb, $"""
            #!/bin/sh
            set -e
            for word; do case $word in --pgdata=*) data=${"{word#*=}"} ;; esac; done
            made={folder}/$(id -u)
            if [ -d "$made" ]; then
              exec cp -R "$made/." "$data"
            fi
            '{PostgresPrograms.Find("initdb")}' "$@"
            new=$(mktemp -d "$made.XXXXXX")
            cp -R "$data/." "$new"
            mv -T "$new" "$made" 2>/dev/null || rm -rf "$new"
            """);
        File.SetUnixFileMode(initdb, (UnixFileMode)0b111_101_101);

        return folder;
    }
}
