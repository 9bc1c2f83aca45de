using System.CommandLine;
using Schema.Import;
using Schema.Migrations.Timetable;

namespace Schema.Cli;

sealed class TimetablePermissionsCommand : TimetableFilter
{
    static readonly Argument<string?> Dump = Input("DUMP", "What manage.py dumpdata timetables wrote on Play");

    public TimetablePermissionsCommand()
        : base("permissions", "Who may edit what, as CSV: subject, user, user data") => Arguments.Add(Dump);

    protected override async Task<IReadOnlyList<string>> Write(Invocation invocation, FileStream output, CancellationToken cancellationToken)
    {
        var file = invocation.Value(Dump);
        await using var rows = new DjangoRows(Inputs.Open(file, invocation.Around), Inputs.Called(file));
        var report = await new PermissionsFilter(rows).Run(cancellationToken);
        await PermissionFile.Write(output, report.Permissions, cancellationToken);

        return [.. report.Lines()];
    }
}
