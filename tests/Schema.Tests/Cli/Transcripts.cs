using System.Collections.Concurrent;

namespace Schema.Tests.Cli;

/// <summary>The first words of each command are typed to a process; what is said besides needs none.</summary>
static class Transcripts
{
    static readonly ConcurrentDictionary<string, int> Begun = new();

    public static bool IsFirst(string command) => Begun.TryAdd(command, 0);
}
