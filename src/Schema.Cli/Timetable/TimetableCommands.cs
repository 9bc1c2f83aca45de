namespace Schema.Cli;

/// <summary>What stands in for the timetable's old scripts.</summary>
static class TimetableCommands
{
    public static CommandGroup Group => new(
        "timetable",
        "The timetable's events from Live, its permissions kept from Play",
        new TimetableEventsCommand(),
        new TimetablePermissionsCommand(),
        new TimetableMergeCommand(),
        new TimetableRefreshCommand());
}
