using System.CommandLine;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Schema.Import;

namespace Schema.Cli;

sealed partial class CreateCommand : SchemaCommand
{
    const string Folder = "src/Schema.Migrations/Migrations";

    static readonly Argument<string> NameArgument = new("NAME") { Description = "What the migration does, such as AddPlots" };

    public CreateCommand()
        : base("create", "Write a new migration from the changes of the model, and what the database will look like after it") =>
        Arguments.Add(NameArgument);

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var name = Validated(invocation.Value(NameArgument)!);
        var checkout = Checkout.Above(invocation);
        checkout.RefuseOtherProgram();
        var database = await invocation.Database(cancellationToken);
        // Before a file is written: not every role may make a database, and not every change of a model can be made.
        await using var scratch = await ScratchDatabase.Create(database, cancellationToken);
        await CatalogueTexts.ToModel(scratch.Address, cancellationToken);
        var before = Migrations(checkout);

        await EntityFrameworkTool.AddMigration(checkout, name, scratch.Address, invocation.Screen, cancellationToken);
        await WithoutByteOrderMark(checkout, cancellationToken);
        var files = Migrations(checkout).Except(before).ToList();
        files.Add(await CatalogueTexts.Write(checkout.File(CatalogueTexts.Folder), Id(files), scratch.Address, cancellationToken));

        var written = files.Order(StringComparer.Ordinal).Select(checkout.Relative).ToList();
        foreach (var path in written)
            invocation.Screen.Say($"wrote {path}");
        invocation.Screen.Done($"{name} is written; read its Up and Down, name what has no name, then: schema catalogue write, schema up");

        return invocation.Screen.Result(new JsonObject { ["name"] = name, ["written"] = Output.Array(written) });
    }

    static string Validated(string name)
    {
        if (!Pattern.IsMatch(name))
            throw new SchemaException(
                ExitCode.Usage,
                $"'{name}' is no name for a migration: expected letters and digits, a capital letter first.",
                "schema create AddPlots");

        return KnownMigrations.Ids.FirstOrDefault(id => MigrationName.Short(id).Equals(name, StringComparison.OrdinalIgnoreCase)) is { } taken
            ? throw new SchemaException(ExitCode.Usage, $"There is a migration of that name: {taken}.", "Choose another name.")
            : name;
    }

    // dotnet ef begins its files with one; ours have none, and the style check says so.
    static async Task WithoutByteOrderMark(Checkout checkout, CancellationToken cancellationToken)
    {
        foreach (var path in Directory.GetFiles(checkout.File(Folder), "*.cs"))
            if ((await File.ReadAllBytesAsync(path, cancellationToken)).AsSpan().StartsWith("\uFEFF"u8))
                await File.WriteAllTextAsync(path, await File.ReadAllTextAsync(path, cancellationToken), cancellationToken);
    }

    static string Id(List<string> files) => Path.GetFileNameWithoutExtension(files.MinBy(file => file.Length)!);

    static string[] Migrations(Checkout checkout) => Directory.GetFiles(checkout.File(Folder));

    [GeneratedRegex("^[A-Z][A-Za-z0-9]{1,99}$")]
    static partial Regex Pattern { get; }
}
