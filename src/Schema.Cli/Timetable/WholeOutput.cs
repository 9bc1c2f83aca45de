using Schema.Import;

namespace Schema.Cli;

/// <summary>A file that stands there when it is complete, or standard output that gets nothing before everything is known.</summary>
sealed class WholeOutput : IAsyncDisposable
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    readonly string temporary;
    readonly string? target;
    readonly Func<Stream>? stream;
    bool isMoved;

    /// <param name="temporary">What is written until it is complete.</param>
    /// <param name="target">The name it gets then, or</param>
    /// <param name="stream">what it goes into then.</param>
    WholeOutput(string temporary, string? target = null, Func<Stream>? stream = null)
    {
        (this.temporary, this.target, this.stream) = (temporary, target, stream);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, BufferSize = 0, Options = FileOptions.Asynchronous };
        // What comes out holds the salts of people's calendars.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;

        Stream = new FileStream(temporary, options);
    }

    public FileStream Stream { get; }

    /// <summary>What is read again here and goes nowhere.</summary>
    public static WholeOutput Spooled() => new(Spool());

    public static WholeOutput To(FileInfo? file, Surroundings around)
    {
        if (file is null)
            return new WholeOutput(Spool(), stream: around.OpenOutput);

        // Renamed over, it would be gone.
        if (IsDevice(file.FullName))
            return new WholeOutput(Spool(), stream: () => File.OpenWrite(file.FullName));

        var target = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        OwnFile.RefuseUnwritable(target);

        return new WholeOutput(Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}"), target);
    }

    public async Task Complete(CancellationToken cancellationToken)
    {
        if (stream is not null)
        {
            Stream.Position = 0;
            await using var output = stream();
            await Stream.CopyToAsync(output, cancellationToken);
        }
        else if (target is not null)
        {
            Stream.Flush(flushToDisk: true);
            File.Move(temporary, target, overwrite: true);
            isMoved = true;
        }
    }

    /// <summary>What lies in memory, below /dev/shm, is a file like any other.</summary>
    static bool IsDevice(string path) =>
        IsBelow("/proc/", path) || (IsBelow("/dev/", path) && !IsBelow("/dev/shm/", path));

    static bool IsBelow(string folder, string path) => path.StartsWith(folder, StringComparison.Ordinal);

    static string Spool() => Path.Combine(Path.GetTempPath(), $"schema-{Guid.NewGuid():N}");

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        if (!isMoved)
            File.Delete(temporary);
    }
}
