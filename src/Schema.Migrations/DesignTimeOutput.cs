using Schema.Import;

namespace Schema.Migrations;

/// <summary>dotnet ef prints a context's standard error: what a run waits for must be seen there too.</summary>
static class DesignTimeOutput
{
    public static void Write(MigrationProgress progress)
    {
        if (progress.Moment is MigrationMoment.WaitingForLock or MigrationMoment.WaitingForTable or MigrationMoment.Retrying)
            Console.Error.WriteLine($"{progress.Moment}: {progress.Detail}");
    }
}
