using System.Diagnostics;
using Npgsql;

namespace Schema.Tests.EmbeddedPostgres;

/// <summary>A folder that looks like a fresh checkout to <c>scripts/postgres</c>; its servers end with the test.</summary>
sealed class Checkout : IAsyncDisposable
{
    readonly string parent;

    Checkout(string parent, string name)
    {
        this.parent = parent;
        Folder = Path.Combine(parent, name);
        CopyFolder(Repository.Path("scripts"), File("scripts"));
    }

    public string Folder { get; }

    /// <summary>The ordinary user who runs the script; none means: whoever runs the tests.</summary>
    string? User { get; set; }

    /// <summary>Its clusters are copies of one that the real initdb made; how they are made is not what most tests are about.</summary>
    bool CopiesClusters { get; init; } = true;

    public static Checkout Create(string name = "checkout", bool copiesClusters = true)
    {
        var checkout = new Checkout(Directory.CreateTempSubdirectory("schema-checkout-").FullName, name) { CopiesClusters = copiesClusters };
        System.IO.File.SetUnixFileMode(checkout.parent, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return checkout;
    }

    /// <summary>Below a folder that nobody but its owner can enter.</summary>
    public static Checkout BehindAClosedDoor() =>
        new(Directory.CreateTempSubdirectory("schema-checkout-").FullName, "checkout");

    public async Task BelongTo(string user)
    {
        User = user;
        await Shell.Run("chown", ["-R", $"{user}:", Folder]);
    }

    public string File(params string[] parts) => Path.Combine([Folder, .. parts]);

    public Task<Finished> Postgres(params string[] words) => Postgres(_ => { }, words);

    public Task<Finished> Postgres(Action<IDictionary<string, string?>> environment, params string[] words)
    {
        var script = File("scripts", "postgres");
        var (file, arguments) = User is null
            ? (script, words)
            : ("runuser", ["-u", User, "--", script, .. words]);

        return Shell.Run(file, arguments, start =>
        {
            start.WorkingDirectory = "/";
            start.Environment.Remove("DATABASE_URL");
            if (CopiesClusters)
                start.Environment["PATH"] = $"{PreparedCluster.Programs}:{start.Environment["PATH"]}";
            environment(start.Environment);
        });
    }

    /// <summary>Starts a cluster and answers with its URL.</summary>
    public async Task<string> Start(params string[] options)
    {
        var started = await Postgres(["start", .. options]);
        Assert.True(started.ExitCode == 0, started.Error);
        return started.Output.TrimEnd('\n');
    }

    public Process Server(string kind) =>
        Process.GetProcessById(int.Parse(System.IO.File.ReadLines(PidFile(kind)).First()));

    public string PidFile(string kind) => Path.Combine(Place, kind, "postmaster.pid");

    /// <summary>Where a cluster's files are in the end: the test cluster's may lie in memory.</summary>
    public string Data(string kind)
    {
        var data = new DirectoryInfo(Path.Combine(Place, kind));
        return (data.ResolveLinkTarget(returnFinalTarget: true) ?? data).FullName;
    }

    public string Place => System.IO.File.ReadAllText(File(".pg", "where")).TrimEnd('\n');

    public static NpgsqlConnectionStringBuilder Address(string url)
    {
        var parsed = new Uri(url);
        var login = parsed.UserInfo.Split(':');
        return new NpgsqlConnectionStringBuilder
        {
            Host = parsed.Host,
            Port = parsed.Port,
            Username = login[0],
            Password = login.ElementAtOrDefault(1),
            Database = parsed.AbsolutePath[1..],
            Pooling = false,
        };
    }

    public static async Task<string?> Ask(string url, string sql)
    {
        await using var connection = new NpgsqlConnection(Address(url).ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (await command.ExecuteScalarAsync())?.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        User = null;
        await Postgres("stop");
        await Postgres("stop", "--test");
        if (System.IO.File.Exists(File(".pg", "where")) && Directory.Exists(Place))
            Directory.Delete(Place, recursive: true);

        Directory.Delete(parent, recursive: true);
    }

    static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            System.IO.File.Copy(file, Path.Combine(to, Path.GetFileName(file)));

        foreach (var folder in Directory.GetDirectories(from))
            CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}
