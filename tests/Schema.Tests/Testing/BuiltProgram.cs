using System.Diagnostics;
using System.Text;
using Schema.Cli;

namespace Schema.Tests.Testing;

/// <summary>
/// The program under test. Most tests call it within their own process, with streams, variables and a folder of their own: the same way
/// from the words to the exit code, without a runtime's start each time. What is about a process, such as the transcript that there is
/// of each command, starts one.
/// </summary>
public static class BuiltProgram
{
    // Where scripts/test runs the tests it is compiled ahead of time; otherwise it is the one that lies beside them.
    static readonly string Assembly =
        Environment.GetEnvironmentVariable("SCHEMA_PROGRAM") ?? Path.Combine(AppContext.BaseDirectory, "Schema.Cli.dll");

    /// <summary>What is typed in place of <c>schema</c>.</summary>
    public static string Typed => $"dotnet '{Assembly}'";

    public static async Task<Finished> Run(string[] words, Action<ProcessStartInfo> configure, string input = "")
    {
        var start = new ProcessStartInfo { WorkingDirectory = Repository.Root };
        configure(start);
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var around = new Surroundings(start.WorkingDirectory, Variables(start), new StringReader(input), Writer(output), Writer(error))
        {
            OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(input)),
            OpenOutput = () => output,
        };
        // Not in the few threads that the tests' own steps take turns in.
        var exit = await Task.Run(() => CommandLine.Run(words, around, CancellationToken.None));

        return new Finished(exit, Text(output), Text(error));
    }

    public static Task<Finished> RunAsProcess(string[] words, Action<ProcessStartInfo> configure, string input = "") =>
        Shell.Run("dotnet", [Assembly, .. words], configure, input);

    public static Process Start(string[] words, Action<ProcessStartInfo> configure) => Shell.Start("dotnet", [Assembly, .. words], configure);

    static Dictionary<string, string> Variables(ProcessStartInfo start) =>
        start.Environment.ToDictionary(variable => variable.Key, variable => variable.Value ?? "");

    static TextWriter Writer(Stream stream) => TextWriter.Synchronized(new StreamWriter(stream) { AutoFlush = true });

    static string Text(MemoryStream said) => Encoding.UTF8.GetString(said.ToArray());
}
