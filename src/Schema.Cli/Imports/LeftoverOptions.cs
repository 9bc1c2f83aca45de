using Schema.Import;

namespace Schema.Cli;

/// <summary>Options that an import's plan declares, as words of the command line: <c>--entities people</c> or <c>--entities=people</c>.</summary>
static class LeftoverOptions
{
    public static IEnumerable<(string Import, string Option, string Value)> Read(DataImport import, IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal))
                throw new SchemaException(ExitCode.Usage, $"Unrecognized command or argument '{words[i]}'.", "schema import --help");

            var parts = words[i][2..].Split('=', 2);
            var option = Declared(import, parts[0]);
            if (parts.Length == 1 && IsFlag(import, option))
            {
                yield return (import.Name, option, "true");
                continue;
            }

            if (parts.Length == 1 && i + 1 == words.Count)
                throw new SchemaException(ExitCode.Usage, $"--{option} needs a value.", $"schema import run {import.Name} --{option} VALUE");

            yield return (import.Name, option, parts.Length == 2 ? parts[1] : words[++i]);
        }
    }

    static bool IsFlag(DataImport import, string name) => ImportPlan.Of(import).Options.Any(option => option.Name == name && option.IsFlag);

    public static string Declared(DataImport import, string name)
    {
        var declared = ImportPlan.Of(import).Options;
        return declared.Any(option => option.Name == name)
            ? name
            : throw new SchemaException(
                ExitCode.Usage,
                $"The import {import.Name} has no option '{name}'.",
                declared.Count == 0 ? "It declares none." : $"It declares: {string.Join(", ", declared.Select(option => option.Name))}");
    }
}
