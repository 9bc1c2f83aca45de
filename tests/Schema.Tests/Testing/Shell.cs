using System.Diagnostics;

namespace Schema.Tests.Testing;

/// <summary>A finished process: what it printed and how it ended.</summary>
public sealed record Finished(int ExitCode, string Output, string Error);

public static class Shell
{
    public static async Task<Finished> Run(string file, string[] arguments, Action<ProcessStartInfo>? configure = null, string input = "")
    {
        using var process = Start(file, arguments, configure);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();

        return new Finished(process.ExitCode, await output, await error);
    }

    public static Process Start(string file, string[] arguments, Action<ProcessStartInfo>? configure = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        configure?.Invoke(start);

        return Process.Start(start)!;
    }
}
