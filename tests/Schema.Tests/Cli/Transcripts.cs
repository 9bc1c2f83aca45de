using System.Collections.Concurrent;

namespace Schema.Tests.Cli;

/// <summary>The first words of each command are typed to a process; what is said besides needs none.</summary>
static class Transcripts
{
    /// <summary>Those that a test of the README types to processes, for they name files without a folder.</summary>
    static readonly string[] Readme = ["copy", "compare", "export", "load"];

    static readonly ConcurrentDictionary<string, int> Begun = new(Readme.Select(command => KeyValuePair.Create(command, 0)));

    public static bool IsFirst(string command) => Begun.TryAdd(command, 0);
}
