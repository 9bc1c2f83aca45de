using System.CommandLine;
using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Cli;

sealed class AuditVerifyCommand : SchemaCommand
{
    static readonly Option<string?> Head = new("--head")
    {
        Description = "A head hash kept elsewhere: it must still be in the chain",
        HelpName = "HASH",
    };

    public AuditVerifyCommand()
        : base("verify", "Compute the chain of hashes anew and print its head") =>
        Options.Add(Head);

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var database = await invocation.Database(cancellationToken);
        await using var connection = await database.Open(cancellationToken);
        if (!await Ledger.Exists(connection, cancellationToken))
            throw new SchemaException(ExitCode.Difference, $"{database.Address} has no ledger.", "The first schema up makes it.");

        var kept = invocation.Value(Head);
        var chain = await LedgerChain.Read(connection, kept, cancellationToken);
        var wrong = Wrong(chain, kept);
        Print(invocation.Screen, chain, wrong, kept);

        return invocation.Screen.Result(
            new JsonObject { ["lines"] = chain.Lines, ["head"] = chain.Head, ["firstBroken"] = chain.FirstBroken, ["found"] = wrong },
            wrong is null ? ExitCode.Done : ExitCode.Difference);
    }

    static string? Wrong(LedgerChain chain, string? kept) => (chain.FirstBroken, kept) switch
    {
        ({ } line, _) => $"The chain is broken at line {line}: it was changed, or a line before it was taken away.",
        (null, not null) when !chain.HasKept => $"No line has the hash {kept}: lines were taken away, or the chain was written anew.",
        _ => null,
    };

    static void Print(Screen screen, LedgerChain chain, string? wrong, string? kept)
    {
        if (wrong is null)
            screen.Done($"{chain.Lines} lines, each fits the one before.");
        else
            screen.Wrong(wrong);
        screen.Say($"head {chain.Head}");
        if (kept is null)
            screen.Say("Whoever owns the database could write the whole chain anew. Against the owner only a head kept elsewhere proves something: schema audit verify --head HASH");
    }
}
