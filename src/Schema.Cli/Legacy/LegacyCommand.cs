using System.CommandLine;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Schema.Import;

namespace Schema.Cli;

sealed partial class LegacyCommand : SchemaCommand
{
    static readonly Argument<string> NameArgument = new("NAME") { Description = "What the system is called, such as Orchard" };

    public LegacyCommand()
        : base("legacy", "Lay out the import of a legacy system: records, map, tests, fixture") =>
        Arguments.Add(NameArgument);

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var scaffold = new LegacyScaffold(Validated(invocation.Value(NameArgument)!));
        var checkout = Checkout.Above(invocation);
        RefuseExisting(scaffold, checkout);

        var written = new List<string>();
        foreach (var (path, text) in scaffold.Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(checkout.File(path))!);
            await File.WriteAllTextAsync(checkout.File(path), text, cancellationToken);
            invocation.Screen.Say($"wrote {path}");
            written.Add(path);
        }

        foreach (var line in scaffold.Next)
            invocation.Screen.Say(line);

        return invocation.Screen.Result(new JsonObject { ["name"] = scaffold.Name, ["written"] = Output.Array(written) });
    }

    static string Validated(string name) => Pattern.IsMatch(name)
        ? name
        : throw new SchemaException(
            ExitCode.Usage,
            $"'{name}' is no name for a legacy system: expected letters and digits, a capital letter first.",
            "make legacy NAME=Orchard");

    static void RefuseExisting(LegacyScaffold scaffold, Checkout checkout)
    {
        if (scaffold.Folders.FirstOrDefault(folder => Directory.Exists(checkout.File(folder))) is { } taken)
            throw new SchemaException(ExitCode.Usage, $"There is {taken} already; nothing was written.", "Choose another name.");
        if (KnownImport.All.FirstOrDefault(known => known.Name.Equals(scaffold.ImportName, StringComparison.OrdinalIgnoreCase)) is { } known)
            throw new SchemaException(ExitCode.Usage, $"There is an import {known.Name} already; nothing was written.", "Choose another name.");
    }

    [GeneratedRegex("^[A-Z][A-Za-z0-9]{1,29}$")]
    static partial Regex Pattern { get; }
}
