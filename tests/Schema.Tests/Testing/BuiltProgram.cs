using System.Diagnostics;

namespace Schema.Tests.Testing;

/// <summary>
/// The program that tests start as a process. Where <c>scripts/test</c> runs them it is compiled ahead of time, for it is started
/// hundreds of times; otherwise it is the one that lies beside the tests.
/// </summary>
public static class BuiltProgram
{
    static readonly string Assembly =
        Environment.GetEnvironmentVariable("SCHEMA_PROGRAM") ?? Path.Combine(AppContext.BaseDirectory, "Schema.Cli.dll");

    /// <summary>What is typed in place of <c>schema</c>.</summary>
    public static string Typed => $"dotnet '{Assembly}'";

    public static Task<Finished> Run(string[] words, Action<ProcessStartInfo> configure, string input = "") =>
        Shell.Run("dotnet", [Assembly, .. words], configure, input);

    public static Process Start(string[] words, Action<ProcessStartInfo> configure) => Shell.Start("dotnet", [Assembly, .. words], configure);
}
