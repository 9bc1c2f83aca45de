using System.CommandLine;
using System.Text.Json.Nodes;
using Npgsql;
using Schema.Import;
using Schema.Migrations.Timetable;

namespace Schema.Cli;

sealed class TimetableRefreshCommand : SchemaCommand
{
    static readonly Option<FileInfo?> Live = new("--live") { Description = "What manage.py dumpdata timetables wrote on Live", HelpName = "FILE" };

    static readonly Option<FileInfo?> Permissions = new("--permissions")
    {
        Description = "The rights to give, instead of those that Play has now",
        HelpName = "CSV",
    };

    static readonly Option<int> Allowed = NumberOption.Count("--allow-mismatches", "How many subjects of Play may be missing on Live", 0);

    static readonly Option<FileInfo?> Restore = new("--restore") { Description = "Bring back what an earlier refresh saved", HelpName = "FILE" };

    static readonly Option<FileInfo?> Save = new("--save")
    {
        Description = "Where to save what Play holds now (default: artifacts/backups/timetable-TIME.json)",
        HelpName = "FILE",
    };

    public TimetableRefreshCommand()
        : base("refresh", "Live's events and Play's permissions into a running Play, in one transaction")
    {
        foreach (var option in new Option[] { Live, Permissions, Allowed, Restore, Save })
            Options.Add(option);
    }

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        RefuseWords(invocation);
        var database = await invocation.Database(cancellationToken);
        await using (var looking = await database.Open(cancellationToken))
            await Refuse(invocation, looking, cancellationToken);

        await using var session = await WritingSession.Alone(invocation, database, cancellationToken);
        await Refuse(invocation, session.Connection, cancellationToken);
        await using var source = await Source(invocation, cancellationToken);
        await source.Decide(session.Connection, invocation.Screen.Say, cancellationToken);
        invocation.Confirm($"Exchange the timetable's content in {database.Address}?", "Nothing was changed.");

        var save = invocation.Value(Save) ?? DefaultSave(invocation);
        var report = await Exchange(new Refresh(invocation, session.Connection, source, save), cancellationToken);
        return Done(invocation.Screen, database, report, save);
    }

    static void RefuseWords(Invocation invocation)
    {
        if (invocation.Value(Live) is null == invocation.Value(Restore) is null)
            throw new SchemaException(ExitCode.Usage, "Either --live or --restore says what to bring.", "schema timetable refresh --live FILE");
        if (invocation.Value(Restore) is not null && invocation.Value(Permissions) is not null)
            throw new SchemaException(ExitCode.Usage, "--restore brings back the permissions too; --permissions belongs to --live.");

        // It could be the very file that is to come back.
        if (invocation.Value(Save) is { } save)
            OwnFile.Refuse(save.FullName, "may be what an earlier refresh saved");
    }

    /// <summary>Before the session that would make a ledger, and again on the session itself.</summary>
    static async Task Refuse(Invocation invocation, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await PlayTables.RefuseOthers(connection, cancellationToken);
        await invocation.RefuseProduction(connection, "Exchanging the timetable's content", "Add", cancellationToken);
    }

    static async Task<RefreshSource> Source(Invocation invocation, CancellationToken cancellationToken) => invocation.Value(Live) is { } live
        ? await LiveSource.Prepare(live, invocation.Value(Permissions), invocation.Value(Allowed), invocation.Screen.Say, cancellationToken)
        : new SavedSource(invocation.Value(Restore)!);

    static async Task<ImportReport> Exchange(Refresh refresh, CancellationToken cancellationToken)
    {
        try
        {
            return await refresh.Run(cancellationToken);
        }
        catch (IOException broken)
        {
            throw new SchemaException(ExitCode.Unreachable, $"What Play holds now could not be saved: {broken.Message}", "Nothing was changed. Name another file with --save.", broken);
        }
    }

    static FileInfo DefaultSave(Invocation invocation)
    {
        var root = ProjectFolder.Above(invocation.Settings.Directory) ?? invocation.Settings.Directory;
        var folder = Directory.CreateDirectory(Path.Combine(root, "artifacts", "backups"));

        return new(Path.Combine(folder.FullName, $"timetable-{DateTime.UtcNow:yyyyMMdd'T'HHmmss'Z'}.json"));
    }

    static ExitCode Done(Screen screen, TargetDatabase database, ImportReport report, FileInfo save)
    {
        ImportTable.Print(screen, [report], list: null);
        ImportTable.PrintFindings(screen, report);
        screen.Done($"{database.Address}: the timetable's content is exchanged.");
        screen.Say($"  The rows that went are still on disk: vacuum analyze {string.Join(", ", PlayTables.Names)};");
        screen.Say($"  To have the old content back: schema timetable refresh --restore {save.FullName}");

        return screen.Result(new JsonObject
        {
            ["database"] = database.Address.ToString(),
            ["saved"] = save.FullName,
            ["imports"] = ImportJson.Of([report]),
        });
    }
}
