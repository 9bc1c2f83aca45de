using System.CommandLine;
using System.Text.Json.Nodes;
using Schema.Import;
using Schema.Seeding;

namespace Schema.Cli;

sealed class SeedTickersCommand : SchemaCommand
{
    static readonly Argument<FileInfo?> ListFile = new("FILE")
    {
        Description = "CSV with the columns symbol,name,exchange,sources,aliases,is_sp500,cik (default: a small list that is delivered)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public SeedTickersCommand()
        : base("tickers", "Tickers from a list: new ones are added, known ones brought up to date, none deleted") =>
        Arguments.Add(ListFile);

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var listed = await Read(invocation.Value(ListFile), cancellationToken);
        var database = await invocation.Database(cancellationToken);
        var run = new SeedRun(
            "seed tickers", TickerSeed.Needed, connection => SeedGuard.RefuseUnlessMeant(invocation, connection, "seed tickers", cancellationToken));
        var report = await run.Run(invocation, database, connection => new TickerSeed(connection, listed).Run(cancellationToken), cancellationToken);
        Print(invocation.Screen, database, report);

        return invocation.Screen.Result(Json(database, report));
    }

    static async Task<IReadOnlyList<TickerRow>> Read(FileInfo? file, CancellationToken cancellationToken)
    {
        if (file is null)
            return await TickerFile.ReadDelivered(cancellationToken);
        if (!file.Exists)
            throw new SchemaException(ExitCode.Usage, $"There is no file {file}.", "schema seed tickers FILE; without one, the delivered list is taken.");

        await using var stream = file.OpenRead();
        return await TickerFile.Read(stream, file.Name, cancellationToken);
    }

    static void Print(Screen screen, TargetDatabase database, TickerReport report)
    {
        foreach (var remark in report.Remarks)
            screen.Say(remark);

        var listed = Counted.Of(report.Listed, "ticker");
        screen.Done(report.Written == 0
            ? $"{database.Address}: {listed} listed, all there already; nothing to do."
            : $"{database.Address}: {listed} listed, {report.Added:N0} added, {report.Changed:N0} changed, {report.Unchanged:N0} unchanged.");
    }

    static JsonObject Json(TargetDatabase database, TickerReport report) => new()
    {
        ["database"] = database.Address.ToString(),
        ["listed"] = report.Listed,
        ["added"] = report.Added,
        ["changed"] = report.Changed,
        ["unchanged"] = report.Unchanged,
        ["kept"] = Output.Array(report.Kept.Select(ticker => new JsonObject { ["symbol"] = ticker.Symbol, ["followers"] = ticker.Followers })),
    };
}
