using System.Text.Json.Nodes;
using Schema.Import;
using Schema.Seeding;

namespace Schema.Cli;

sealed class SeedUsersCommand : SchemaCommand
{
    public SeedUsersCommand()
        : base("users", "alice, bob and charlie, with what they follow")
    {
    }

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var database = await invocation.Database(cancellationToken);
        var run = new SeedRun("seed users", SampleUserSeed.Needed, connection => SeedGuard.RefuseSamples(invocation, connection, cancellationToken));
        var report = await run.Run(invocation, database, connection => new SampleUserSeed(connection).Run(cancellationToken), cancellationToken);
        foreach (var remark in report.Remarks)
            invocation.Screen.Say(remark);
        if (report.Present.Count > 0)
            invocation.Screen.Say($"There already: {string.Join(", ", report.Present)}");

        invocation.Screen.Done(report.Written == 0
            ? $"{database.Address}: no sample user is missing; nothing to do."
            : $"{database.Address}: {report.Summary}.");
        return invocation.Screen.Result(new JsonObject
        {
            ["database"] = database.Address.ToString(),
            ["added"] = Output.Array(report.Added),
            ["present"] = Output.Array(report.Present),
            ["leftAlone"] = Output.Array(report.LeftAlone),
        });
    }
}
