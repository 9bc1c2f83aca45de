namespace Schema.Tests.Testing;

/// <summary>
/// The program that tests start as a process. Where <c>scripts/test</c> runs them it is compiled ahead of time, for it is started
/// hundreds of times; otherwise it is the one that lies beside the tests.
/// </summary>
public static class BuiltProgram
{
    public static string Path { get; } =
        Environment.GetEnvironmentVariable("SCHEMA_PROGRAM") ?? System.IO.Path.Combine(AppContext.BaseDirectory, "Schema.Cli.dll");
}
