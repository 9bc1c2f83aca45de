using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Cli;

/// <summary>The project's source folder, for the commands that write into it.</summary>
sealed record Checkout(string Root)
{
    public const string Migrations = "src/Schema.Migrations";

    // Where dotnet ef looks for what is built.
    const string Built = "artifacts/bin/Schema.Migrations/release";

    public static Checkout Above(Invocation invocation) => ProjectFolder.Above(invocation.Settings.Directory) is { } root
        ? new(root)
        : throw new SchemaException(
            ExitCode.Usage,
            $"{invocation.Settings.Directory} lies in no checkout of this project: no folder above it has Schema.sln and scripts/postgres.",
            "Run it in the checkout: migrations are source files.");

    public string File(string relative) => Path.Combine(Root, relative);

    public string Relative(string path) => Path.GetRelativePath(Root, path);

    /// <summary>What this program knows of the model and its migrations must be what the sources say.</summary>
    public void RefuseOtherProgram()
    {
        if (IsBuiltFrom("src/Schema", typeof(SchemaContext).Assembly) && IsBuiltFrom(Migrations, typeof(SchemaContextFactory).Assembly))
            return;

        throw new SchemaException(
            ExitCode.Usage,
            $"This program was not built from {Root} as it is now.",
            "Build and run it with scripts/schema there, or make migrate-create NAME=AddPlots.");
    }

    bool IsBuiltFrom(string folder, Assembly assembly)
    {
        var built = new FileInfo(File(Path.Combine(Built, $"{assembly.GetName().Name}.dll")));
        return built.Exists
            && Number(built) == assembly.ManifestModule.ModuleVersionId
            && !new DirectoryInfo(File(folder)).EnumerateFiles("*.cs", SearchOption.AllDirectories).Any(source => source.LastWriteTimeUtc > built.LastWriteTimeUtc);
    }

    /// <summary>The compiler gives each build one of its own, which stays when it is compiled ahead.</summary>
    static Guid Number(FileInfo built)
    {
        using var file = new PEReader(built.OpenRead());
        var reader = file.GetMetadataReader();
        return reader.GetGuid(reader.GetModuleDefinition().Mvid);
    }
}
