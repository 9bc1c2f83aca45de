using System.Diagnostics;

namespace Schema.Tests.Cli;

/// <summary>The program as people call it: nothing of the tester's own settings reaches it.</summary>
static class SchemaProgram
{
    static readonly string[] Hidden =
        ["DATABASE_URL", "ConnectionStrings__Schema", "SCHEMA_ENVIRONMENT", "DOTNET_ENVIRONMENT", "ENV", "ENVIRONMENT", "environment", "NO_COLOR"];

    /// <summary>Outside of the checkout, so that no .env file and no server of its own is found.</summary>
    public static string Elsewhere { get; } = Directory.CreateTempSubdirectory("schema-cli-").FullName;

    public static Task<Finished> Run(params string[] words) => BuiltProgram.Run(words, Prepare);

    /// <summary>With a text on its standard input.</summary>
    public static Task<Finished> Piped(string input, params string[] words) => BuiltProgram.Run(words, Prepare, input);

    /// <summary>With DATABASE_URL naming the database, which counts as Development.</summary>
    public static Task<Finished> On(TestDatabase database, params string[] words) => On(database.ConnectionString, words);

    public static Task<Finished> On(string address, params string[] words) => With(address, "development", words);

    /// <summary>Where nothing says what the database is, so that it counts as Production.</summary>
    public static Task<Finished> InProduction(TestDatabase database, params string[] words) => With(database.ConnectionString, "", words);

    public static Process Start(TestDatabase database, params string[] words) =>
        BuiltProgram.Start(words, start => Set(start, database.ConnectionString, "development"));

    /// <summary>With these settings and no others.</summary>
    public static Task<Finished> With(TestDatabase database, IReadOnlyDictionary<string, string> settings, params string[] words) =>
        BuiltProgram.Run(words, start =>
        {
            Prepare(start);
            start.Environment["DATABASE_URL"] = database.ConnectionString;
            foreach (var (name, value) in settings)
                start.Environment[name] = value;
        });

    /// <summary>As a process.</summary>
    public static Task<Finished> Started(params string[] words) => BuiltProgram.RunAsProcess(words, Prepare);

    /// <summary>As a process.</summary>
    public static Task<Finished> Started(TestDatabase database, params string[] words) =>
        BuiltProgram.RunAsProcess(words, start => Set(start, database.ConnectionString, "development"));

    /// <summary>As a process in a folder of the test's own, where words can name files without one.</summary>
    public static Task<Finished> In(string folder, TestDatabase database, params string[] words) => BuiltProgram.RunAsProcess(words, start =>
    {
        Set(start, database.ConnectionString, "development");
        start.WorkingDirectory = folder;
    });

    static Task<Finished> With(string address, string environment, string[] words) =>
        BuiltProgram.Run(words, start => Set(start, address, environment));

    static void Set(ProcessStartInfo start, string address, string environment)
    {
        Prepare(start);
        start.Environment["DATABASE_URL"] = address;
        start.Environment["SCHEMA_ENVIRONMENT"] = environment;
    }

    static void Prepare(ProcessStartInfo start)
    {
        start.WorkingDirectory = Elsewhere;
        foreach (var name in Hidden)
            start.Environment.Remove(name);
    }
}
