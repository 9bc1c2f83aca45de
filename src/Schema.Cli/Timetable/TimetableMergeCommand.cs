using System.CommandLine;
using Schema.Import;
using Schema.Migrations.Timetable;

namespace Schema.Cli;

sealed class TimetableMergeCommand : TimetableFilter
{
    static readonly Argument<string> Events = new("EVENTS") { Description = "What schema timetable events wrote" };
    static readonly Argument<string?> Permissions = Input("CSV", "What schema timetable permissions wrote, edited or not");

    public TimetableMergeCommand()
        : base("merge", "A dump of users and rights that fits a dump of events")
    {
        Arguments.Add(Events);
        Arguments.Add(Permissions);
    }

    protected override async Task<IReadOnlyList<string>> Write(Invocation invocation, FileStream output, CancellationToken cancellationToken)
    {
        var (file, permissions) = (invocation.Value(Events)!, invocation.Value(Permissions));
        if (Inputs.IsStandard(file) && Inputs.IsStandard(permissions))
            throw new SchemaException(ExitCode.Usage, "Standard input can be the events or the rights, not both.", "schema timetable merge EVENTS < CSV");

        var index = await Index(file, invocation.Around, cancellationToken);
        var merge = new Merge(index, Inputs.Called(file));
        await using var rights = Inputs.Open(permissions, invocation.Around);
        await foreach (var permission in PermissionFile.Read(rights, Inputs.Called(permissions), cancellationToken))
            merge.Add(permission);

        await MergeOutput.Write(merge, output, cancellationToken);
        return [.. MergeOutput.Lines(merge, index, Inputs.Called(file))];
    }

    static async Task<ThingIndex> Index(string file, Surroundings around, CancellationToken cancellationToken)
    {
        await using var rows = new DjangoRows(Inputs.Open(file, around), Inputs.Called(file));
        return await ThingIndex.Read(rows, cancellationToken);
    }
}
