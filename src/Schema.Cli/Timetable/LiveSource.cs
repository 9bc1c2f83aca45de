using System.Globalization;
using Npgsql;
using Schema.Import;
using Schema.Migrations.Timetable;

namespace Schema.Cli;

/// <summary>A dump of Live without its users, and Play's own users in their place.</summary>
sealed class LiveSource : RefreshSource
{
    readonly WholeOutput events;
    readonly FileInfo? permissions;
    readonly int allowed;
    readonly ThingIndex index = new();

    LiveSource(WholeOutput events, FileInfo? permissions, int allowed) =>
        (this.events, this.permissions, this.allowed) = (events, permissions, allowed);

    public override string File => events.Stream.Name;

    public override string Correction => "Correct the row, or dump Live again; rows are numbered as schema timetable events leaves them.";

    public static async Task<LiveSource> Prepare(
        FileInfo live, FileInfo? permissions, int allowed, Action<string> say, CancellationToken cancellationToken)
    {
        var source = new LiveSource(WholeOutput.Spooled(), permissions, allowed);
        try
        {
            await source.Split(live, say, cancellationToken);
            return source;
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    public override async Task<DataImport> Decide(NpgsqlConnection connection, Action<string> say, CancellationToken cancellationToken)
    {
        var merge = new Merge(index, "The dump of Live");
        var play = await PlayUsers.Read(connection, cancellationToken);
        foreach (var line in play.Losses())
            say(line);
        var given = new GivenRights(play, permissions is null ? [] : await PlayUsers.Data(connection, cancellationToken));
        await foreach (var permission in Permissions(play, cancellationToken))
            merge.Add(given.Take(permission));
        foreach (var line in given.Lines())
            say(line);
        foreach (var line in MergeOutput.Lines(merge, index, "The dump of Live"))
            say(line);

        return merge.Missing.Count <= allowed ? new RefreshImport(merge) : throw new SchemaException(
            ExitCode.DataRefused,
            string.Create(CultureInfo.InvariantCulture, $"Live lacks {merge.Missing.Count:N0} of the subjects that users of Play may edit; {allowed:N0} are allowed."),
            $"Nothing was changed. Correct the paths (schema timetable permissions, then --permissions CSV), or --allow-mismatches {merge.Missing.Count}");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await events.DisposeAsync();
    }

    async Task Split(FileInfo live, Action<string> say, CancellationToken cancellationToken)
    {
        await using var rows = new DjangoRows(Inputs.Open(live.FullName), live.Name);
        var report = await new EventsFilter(rows, events.Stream, index).Run(cancellationToken);
        foreach (var line in report.Lines("left out"))
            say($"Live: {line}");
    }

    async IAsyncEnumerable<EditRight> Permissions(
        PermissionsReport play, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (permissions is null)
        {
            foreach (var permission in play.Permissions)
                yield return permission;
            yield break;
        }

        await using var csv = Inputs.Open(permissions.FullName);
        await foreach (var permission in PermissionFile.Read(csv, permissions.Name, cancellationToken))
            yield return permission;
    }
}
