using System.Diagnostics;

namespace Schema.Tests.Testing;

/// <summary>The schema program as people start it: a process with its own environment.</summary>
public static class SchemaProgram
{
    static readonly string[] Inherited = ["PATH", "HOME", "DOTNET_ROOT", "TMPDIR", "LANG", "USER"];

    public static Task<Finished> Run(TestDatabase database, params string[] arguments) => BuiltProgram.Run(arguments, On(database));

    public static Process Start(TestDatabase database, params string[] arguments) => BuiltProgram.Start(arguments, On(database));

    /// <summary>Nothing of the tester's own settings reaches the process, and it starts where no .env lies.</summary>
    public static void Bare(ProcessStartInfo start)
    {
        foreach (var name in start.Environment.Keys.Except(Inherited).ToList())
            start.Environment.Remove(name);

        start.WorkingDirectory = Path.GetTempPath();
    }

    static Action<ProcessStartInfo> On(TestDatabase database) => start =>
    {
        Bare(start);
        start.Environment["DATABASE_URL"] = database.ConnectionString;
        start.Environment["LEGACY_PLUME"] = "none";
        start.Environment["LEGACY_TIMETABLE"] = "none";
        start.Environment["LEGACY_SCHOOL"] = "none";
    };
}
