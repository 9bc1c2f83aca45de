using Schema.Import;

namespace Schema.Cli;

/// <summary>The project's source folder, for the commands that write into it.</summary>
sealed record Checkout(string Root)
{
    public static Checkout Above(Invocation invocation) => ProjectFolder.Above(invocation.Settings.Directory) is { } root
        ? new(root)
        : throw new SchemaException(
            ExitCode.Usage,
            $"{invocation.Settings.Directory} lies in no checkout of this project: no folder above it has Schema.sln and scripts/postgres.",
            "Run it in the checkout: migrations are source files.");

    public string File(string relative) => Path.Combine(Root, relative);

    public string Relative(string path) => Path.GetRelativePath(Root, path);
}
