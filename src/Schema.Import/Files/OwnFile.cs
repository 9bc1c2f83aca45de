using System.Text;

namespace Schema.Import;

/// <summary>Files that hold what only their owner may read.</summary>
public static class OwnFile
{
    /// <summary>
    /// Writes a new file with mode 0600, on the disk and whole, or none at all; one that is there already is left alone, for
    /// <paramref name="whatIsThere"/>.
    /// </summary>
    public static async Task Write(string path, IEnumerable<string> lines, string whatIsThere, CancellationToken cancellationToken)
    {
        Refuse(path, whatIsThere);
        try
        {
            await Write(path, lines, overwrite: false, cancellationToken);
        }
        catch (SchemaException) when (Path.Exists(path))
        {
            Refuse(path, whatIsThere);
        }
    }

    /// <summary>The same, in the place of one that is there.</summary>
    public static Task Replace(string path, IEnumerable<string> lines, CancellationToken cancellationToken)
    {
        RefuseUnwritable(path);
        return Write(path, lines, overwrite: true, cancellationToken);
    }

    /// <summary>Before the work of which the file is the last part.</summary>
    public static void Refuse(string path, string whatIsThere)
    {
        if (Path.Exists(path))
            throw new SchemaException(ExitCode.Guarded, $"{path} is there already and {whatIsThere}; it is not written over.", "Move it away, or name another file.");

        RefuseUnwritable(path);
    }

    public static void RefuseUnwritable(string path)
    {
        var isFolder = Directory.Exists(path);
        if (isFolder || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            throw new SchemaException(
                ExitCode.Usage,
                $"{path} cannot be written: {(isFolder ? "it is a folder" : "its folder does not exist")}.",
                "Name a file in a folder that can be written.");
    }

    static async Task Write(string path, IEnumerable<string> lines, bool overwrite, CancellationToken cancellationToken)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}";
        try
        {
            await using (var file = new FileStream(temporary, Options()))
            {
                await Write(file, lines, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SchemaException(ExitCode.Usage, $"{path} cannot be written: {failure.Message}", "Name a file in a folder that can be written.", failure);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    static async Task Write(Stream output, IEnumerable<string> lines, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true);
        foreach (var line in lines)
            await writer.WriteAsync(line.AsMemory(), cancellationToken);
    }

    static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        return options;
    }
}
