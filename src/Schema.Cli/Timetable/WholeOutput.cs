using Schema.Import;

namespace Schema.Cli;

/// <summary>A file that stands there when it is complete, or standard output that gets nothing before everything is known.</summary>
sealed class WholeOutput : IAsyncDisposable
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    readonly string? target;
    readonly string temporary;
    bool isDevice;
    bool isMoved;

    WholeOutput(string? target, string temporary)
    {
        (this.target, this.temporary) = (target, temporary);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, BufferSize = 0, Options = FileOptions.Asynchronous };
        // What comes out holds the salts of people's calendars.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;

        Stream = new FileStream(temporary, options);
    }

    public FileStream Stream { get; }

    public static WholeOutput To(FileInfo? file)
    {
        if (file is null)
            return new WholeOutput(null, Spool());

        // A device is written to; renamed over, it would be gone.
        if (file.FullName.StartsWith("/dev/", StringComparison.Ordinal) || file.FullName.StartsWith("/proc/", StringComparison.Ordinal))
            return new WholeOutput(file.FullName, Spool()) { isDevice = true };

        var target = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        OwnFile.RefuseUnwritable(target);

        return new WholeOutput(target, Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}"));
    }

    public async Task Complete(CancellationToken cancellationToken)
    {
        if (target is null || isDevice)
        {
            Stream.Position = 0;
            await using var output = target is null ? Console.OpenStandardOutput() : File.OpenWrite(target);
            await Stream.CopyToAsync(output, cancellationToken);
        }
        else
        {
            Stream.Flush(flushToDisk: true);
            File.Move(temporary, target, overwrite: true);
            isMoved = true;
        }
    }

    static string Spool() => Path.Combine(Path.GetTempPath(), $"schema-{Guid.NewGuid():N}");

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        if (!isMoved)
            File.Delete(temporary);
    }
}
