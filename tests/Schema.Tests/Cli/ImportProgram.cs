using System.Diagnostics;
using System.Text.RegularExpressions;
using Schema.Tests.Legacy.Plume;

namespace Schema.Tests.Cli;

/// <summary>The program beside a legacy system: a help queue, the registrations of Plume, and a folder of its own for rejects.</summary>
static partial class ImportProgram
{
    public const string Three = """
        insert into "user" (id, first_name, last_name, email) values
            ('a', 'Ann', 'Lee', 'ann@example.org'), ('b', 'Bob', null, 'ANN@example.org '), ('c', null, null, 'x');
        """;

    /// <summary>The help queue before the migration that imports.</summary>
    public static Task<TestDatabase> Queue() => Databases.At("ArchiveOldUsers");

    public static async Task<TestDatabase> Imported(TestDatabase plume)
    {
        var queue = await Queue();
        await Databases.Up(queue.ConnectionString, "ImportPlume", ("LEGACY_PLUME", plume.ConnectionString));

        return queue;
    }

    /// <summary>Migrated where nobody said where Plume is.</summary>
    public static Task<TestDatabase> Skipped() => Databases.At("ImportPlume");

    public static Task<TestDatabase> Plume(string rows = Three) => PlumeSource.With(rows);

    /// <summary>Without an address the setting is not there at all.</summary>
    public static Task<Finished> With(this TestDatabase queue, string? plume, params string[] words) => BuiltProgram.Run(words, Set(queue, plume));

    public static Task<Finished> Started(this TestDatabase queue, TestDatabase plume, params string[] words) =>
        BuiltProgram.RunAsProcess(words, Set(queue, plume.ConnectionString));

    public static Task<Finished> InProduction(this TestDatabase queue, string plume, params string[] words) =>
        BuiltProgram.Run(words, Set(queue, plume) + (start => start.Environment.Remove("SCHEMA_ENVIRONMENT")));

    public static Process Start(this TestDatabase queue, TestDatabase plume, params string[] words) =>
        BuiltProgram.Start(words, Set(queue, plume.ConnectionString));

    /// <summary>How long something took differs from run to run.</summary>
    public static string Timeless(this string output) => Seconds.Replace(output, "0.00");

    static Action<ProcessStartInfo> Set(TestDatabase queue, string? plume) => start =>
    {
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("LEGACY_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);

        start.WorkingDirectory = Directory.CreateTempSubdirectory("schema-import-").FullName;
        start.Environment["DATABASE_URL"] = queue.ConnectionString;
        start.Environment["SCHEMA_ENVIRONMENT"] = "development";
        if (plume is not null)
            start.Environment["LEGACY_PLUME"] = plume;
    };

    [GeneratedRegex(@"\d\.\d\d$", RegexOptions.Multiline)]
    static partial Regex Seconds { get; }
}
