using System.CommandLine;
using Schema.Import;

namespace Schema.Cli;

/// <summary>Where somebody wants to read what imports did, however they end.</summary>
sealed class ImportReportFile
{
    public static readonly Option<FileInfo?> Option = new("--report")
    {
        Description = "Write what imports did into FILE, as one page of HTML for its owner alone; also when they fail over their data",
        HelpName = "FILE",
    };

    readonly Screen screen;
    readonly string? path;

    ImportReportFile(Screen screen, string? path) => (this.screen, this.path) = (screen, path);

    /// <summary>A file that could not be written is known before anything runs.</summary>
    public static ImportReportFile For(Invocation invocation)
    {
        var path = invocation.Value(Option)?.FullName;
        if (path is not null)
            OwnFile.RefuseUnwritable(path);

        return new ImportReportFile(invocation.Screen, path);
    }

    /// <summary>Does the work; if data was refused, the page is about that.</summary>
    public async Task Around(TargetDatabase database, IReadOnlyList<ImportReport> finished, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (ImportRefusedException refused)
        {
            await Write(new(database.Address.ToString(), DateTimeOffset.UtcNow, refused.Message, Succeeded: false, [.. finished, refused.Report]));
            throw;
        }
    }

    public Task Write(TargetDatabase database, IReadOnlyList<ImportReport> finished, bool rehearsed) => Write(
        new(database.Address.ToString(), DateTimeOffset.UtcNow, rehearsed ? "Ran and was rolled back." : "Done.", Succeeded: true, finished));

    // Written even when somebody interrupts: it is small, and the run is over.
    async Task Write(ImportPage page)
    {
        if (path is null)
            return;

        await OwnFile.Replace(path, page.Lines().Select(line => line + "\n"), CancellationToken.None);
        screen.Note($"What the imports did: {path}");
    }
}
