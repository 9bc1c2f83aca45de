using System.CommandLine;
using System.Text.Json.Nodes;
using Schema.Import;
using Schema.Seeding;

namespace Schema.Cli;

sealed class SeedUsersCommand : SchemaCommand
{
    static readonly Option<int?> Count = NumberOption.Whole("--count", "Make so many people, with everything that belongs to them, instead", 1, Crowd.Most);

    static readonly Option<int?> Seed = NumberOption.Whole(
        "--seed", $"The same seed makes the same people on every machine, another one others (default: {SampleSystem.UsualSeed})", 0, int.MaxValue);

    static readonly Option<bool> Online = new("--online")
    {
        Description = "With --count: keys and indexes stay in place, so that others can read meanwhile; takes several times as long",
    };

    public SeedUsersCommand()
        : base("users", "alice, bob and charlie with what they follow; with --count as many people as one likes")
    {
        foreach (var option in new Option[] { Count, Seed, Online })
            Options.Add(option);
    }

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var count = invocation.Value(Count);
        if (count is null && (invocation.Value(Seed) is not null || invocation.Value(Online)))
            throw new SchemaException(ExitCode.Usage, "--seed and --online belong to --count.", "schema seed users --count 200000 --seed 7");

        var database = await invocation.Database(cancellationToken);
        return count is null
            ? await Samples(invocation, database, cancellationToken)
            : await People(invocation, database, invocation.Value(Seed) ?? (int)SampleSystem.UsualSeed, count.Value, cancellationToken);
    }

    static async Task<ExitCode> Samples(Invocation invocation, TargetDatabase database, CancellationToken cancellationToken)
    {
        var run = new SeedRun(CrowdRun.Subject, SampleUserSeed.Needed, connection => SeedGuard.RefuseSamples(invocation, connection, cancellationToken));
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

    static async Task<ExitCode> People(Invocation invocation, TargetDatabase database, int seed, int count, CancellationToken cancellationToken)
    {
        var run = new SeedRun(CrowdRun.Subject, CrowdSeed.Needed, connection => SeedGuard.RefuseSamples(invocation, connection, cancellationToken));
        await using var session = await run.Begin(invocation, database, cancellationToken);
        var report = await new CrowdRun(invocation, database, session.Connection, invocation.Value(Online)).Run(seed, count, cancellationToken);

        ImportTable.Print(invocation.Screen, report is null ? [] : [report], list: null);
        invocation.Screen.Done(report is null
            ? FormattableString.Invariant($"{database.Address}: the {count:N0} people of seed {seed} are there already; nothing to do.")
            : FormattableString.Invariant($"{database.Address}: the {count:N0} people of seed {seed} are there, {report.Written:N0} rows of theirs are new."));
        return invocation.Screen.Result(new JsonObject
        {
            ["database"] = database.Address.ToString(),
            ["seed"] = seed,
            ["count"] = count,
            ["imports"] = ImportJson.Of(report is null ? [] : [report]),
        });
    }
}
