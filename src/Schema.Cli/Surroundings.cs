using Schema.Import;

namespace Schema.Cli;

/// <summary>What a call finds around it: a folder, variables, and three streams, each with or without a person at its other end.</summary>
sealed record Surroundings(
    string Folder,
    IReadOnlyDictionary<string, string> Variables,
    TextReader Input,
    TextWriter Output,
    TextWriter Error)
{
    public bool IsInputRedirected { get; init; } = true;

    public bool IsOutputRedirected { get; init; } = true;

    public bool IsErrorRedirected { get; init; } = true;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The same streams as bytes, for data that is no text of ours.</summary>
    public required Func<Stream> OpenInput { get; init; }

    public required Func<Stream> OpenOutput { get; init; }

    /// <summary>Those of the program that was started.</summary>
    public static Surroundings OfProcess() => new(Environment.CurrentDirectory, Settings.ProcessVariables(), Console.In, Console.Out, Console.Error)
    {
        IsInputRedirected = Console.IsInputRedirected,
        IsOutputRedirected = Console.IsOutputRedirected,
        IsErrorRedirected = Console.IsErrorRedirected,
        OpenInput = Console.OpenStandardInput,
        OpenOutput = Console.OpenStandardOutput,
    };
}
