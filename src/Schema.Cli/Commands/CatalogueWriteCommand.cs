using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Cli;

/// <summary>Needed only by who makes migrations; create runs it.</summary>
sealed class CatalogueWriteCommand() : SchemaCommand("write", "Write the expected catalogues beside the migrations, by way of a scratch database")
{
    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var checkout = Checkout.Above(invocation);
        var database = await invocation.Database(cancellationToken);
        await using var scratch = await ScratchDatabase.Create(database, cancellationToken);
        var texts = await CatalogueTexts.Make(scratch.Address, cancellationToken);
        var written = await CatalogueTexts.Write(checkout.File(CatalogueTexts.Folder), texts, cancellationToken);

        foreach (var path in written)
            invocation.Screen.Say($"wrote {checkout.Relative(path)}");
        if (written.Count == 0)
            invocation.Screen.Done($"All {texts.Count} catalogues are current.");

        return invocation.Screen.Result(new JsonObject { ["written"] = Output.Array(written.Select(checkout.Relative)) });
    }
}
