using System.CommandLine;
using Schema.Import;
using Schema.Migrations.Timetable;

namespace Schema.Cli;

sealed class TimetableEventsCommand : TimetableFilter
{
    static readonly Argument<string?> Dump = Input("DUMP", "What manage.py dumpdata timetables wrote on Live");

    public TimetableEventsCommand()
        : base("events", "A dump without its users, their rights, locks and tags") => Arguments.Add(Dump);

    protected override async Task<IReadOnlyList<string>> Write(Invocation invocation, FileStream output, CancellationToken cancellationToken)
    {
        var file = invocation.Value(Dump);
        await using var rows = new DjangoRows(Inputs.Open(file, invocation.Around), Inputs.Called(file));

        return [.. (await new EventsFilter(rows, output).Run(cancellationToken)).Lines()];
    }
}
