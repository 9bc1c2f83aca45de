using System.Diagnostics;

namespace Schema.Tests.Testing;

/// <summary>
/// The program that tests start as a process. Where <c>scripts/test</c> runs them it is the one that is published, for it is started
/// hundreds of times and starts fast; otherwise it is the one that lies beside the tests.
/// </summary>
public static class BuiltProgram
{
    static readonly string? Published = Environment.GetEnvironmentVariable("SCHEMA_PROGRAM");
    static readonly string Beside = Path.Combine(AppContext.BaseDirectory, "Schema.Cli.dll");

    /// <summary>What is typed in place of <c>schema</c>.</summary>
    public static string Typed => Published is null ? $"dotnet {Beside}" : $"'{Published}'";

    public static Task<Finished> Run(string[] words, Action<ProcessStartInfo> configure, string input = "") => Published is null
        ? Shell.Run("dotnet", [Beside, .. words], configure, input)
        : Shell.Run(Published, words, configure, input);

    public static Process Start(string[] words, Action<ProcessStartInfo> configure) => Published is null
        ? Shell.Start("dotnet", [Beside, .. words], configure)
        : Shell.Start(Published, words, configure);
}
