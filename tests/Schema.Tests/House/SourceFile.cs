using System.Text.RegularExpressions;

namespace Schema.Tests.House;

/// <summary>A source file as the house rules look at it.</summary>
public sealed partial record SourceFile(string Path)
{
    public static IReadOnlyList<SourceFile> All { get; } =
    [
        .. new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.Path(folder), "*.cs", SearchOption.AllDirectories))
            .Select(path => new SourceFile(System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    public string Text => File.ReadAllText(Repository.Path(Path));

    /// <summary>The text without comments and string literals.</summary>
    public string Code => CommentsAndStrings().Replace(Text, " ");

    public bool IsGenerated => Path.EndsWith(".Designer.cs", StringComparison.Ordinal) || Path.EndsWith("ModelSnapshot.cs", StringComparison.Ordinal);

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|\$*""\"+.*?""\"+|[$@]*"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)'""", RegexOptions.Singleline)]
    private static partial Regex CommentsAndStrings();
}
