using System.Diagnostics;
using Schema.Import;

namespace Schema.Cli;

/// <summary>Another program, run in a folder with settings of its own; what it says goes to the notes, never into the result.</summary>
sealed record ChildProcess(string Folder, Dictionary<string, string> Settings)
{
    public async Task Run(Screen screen, string program, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Start(program, arguments);
        process.StandardInput.Close();
        try
        {
            await Task.WhenAll(Pass(process.StandardOutput, screen), Pass(process.StandardError, screen), process.WaitForExitAsync(cancellationToken));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        if (process.ExitCode != 0)
            throw new SchemaException(
                ExitCode.DataRefused,
                $"{Path.GetFileName(program)} {string.Join(' ', arguments.Take(3))} ended with {process.ExitCode}; what it said stands above.");
    }

    Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Settings)
            start.Environment[name] = value;

        return Process.Start(start)!;
    }

    static async Task Pass(StreamReader reader, Screen screen)
    {
        while (await reader.ReadLineAsync() is { } line)
            screen.Note(line);
    }
}
