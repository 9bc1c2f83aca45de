using System.Text;
using Schema.Import;

namespace Schema.Cli;

/// <summary>What --log keeps: every line with its time; readable by its owner alone.</summary>
sealed class LogFile(StreamWriter writer) : IDisposable
{
    public static LogFile? Open(FileInfo? file)
    {
        if (file is null)
            return null;

        try
        {
            return new LogFile(new StreamWriter(file.FullName, Encoding.UTF8, Options()) { AutoFlush = true });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SchemaException(ExitCode.Usage, $"The log file cannot be written: {error.Message}", "Name a file that can be written: --log FILE", error);
        }
    }

    public void Write(string line) => writer.WriteLine($"{DateTimeOffset.UtcNow:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {line}");

    public void Dispose() => writer.Dispose();

    static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        return options;
    }
}
