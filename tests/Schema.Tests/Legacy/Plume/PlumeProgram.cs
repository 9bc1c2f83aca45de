using System.Diagnostics;

namespace Schema.Tests.Legacy.Plume;

/// <summary>The program with settings that say where Plume is, outside of Development.</summary>
static class PlumeProgram
{
    public static Task<Finished> Run(TestDatabase queue, TestDatabase? plume, params string[] words) =>
        Run(words, start => Set(start, queue, plume));

    public static Task<Finished> Run(string[] words, Action<ProcessStartInfo> set) => BuiltProgram.Run(words, start =>
    {
        SchemaProgram.Bare(start);
        set(start);
    });

    public static Process Start(TestDatabase queue, TestDatabase plume, params string[] words) => BuiltProgram.Start(words, start =>
    {
        SchemaProgram.Bare(start);
        Set(start, queue, plume);
    });

    static void Set(ProcessStartInfo start, TestDatabase queue, TestDatabase? plume)
    {
        start.Environment["DATABASE_URL"] = queue.ConnectionString;
        start.Environment["LEGACY_TIMETABLE"] = "none";
        start.Environment["LEGACY_SCHOOL"] = "none";
        if (plume is not null)
            start.Environment["LEGACY_PLUME"] = plume.ConnectionString;
    }
}
