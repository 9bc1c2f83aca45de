namespace Schema.Import.Transfer;

/// <summary>Files that only their owner may read: they hold what the database holds.</summary>
static class ExportFile
{
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        return new FileStream(path, options);
    }

    public static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);

    /// <summary>The folder, made when it is missing; one that holds something is left alone.</summary>
    public static void MakeFolder(string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            throw new SchemaException(ExitCode.Guarded, $"{folder} is not an empty folder.", "Nothing was written. Name a new one.");

        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(folder, refused);
        }
    }

    public static SchemaException NotWritten(string folder, Exception error) => new(
        ExitCode.Unreachable, $"{folder} cannot be written: {error.Message}", "Nothing remains of it. Name a folder with room enough that you may write to.", error);
}
