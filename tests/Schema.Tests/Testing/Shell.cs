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

    /// <summary>As a reader types it: the make that runs this suite hands its own words down to every make below it.</summary>
    public static void Typed(ProcessStartInfo start)
    {
        foreach (var name in new[] { "MAKEFLAGS", "MFLAGS", "MAKEOVERRIDES", "MAKELEVEL", "ARGS" })
            start.Environment.Remove(name);
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
