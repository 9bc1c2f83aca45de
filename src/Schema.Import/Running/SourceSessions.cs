namespace Schema.Import;

/// <summary>The open legacy systems of one run: one for each kind of place, shared by all steps.</summary>
sealed class SourceSessions : IAsyncDisposable
{
    readonly Dictionary<string, SourceSession> open = [];

    public string Description => string.Join(", ", open.Values.Select(session => session.Description));

    public static async Task<SourceSessions> Open(ImportPlan plan, ImportContext context, CancellationToken cancellationToken)
    {
        var sessions = new SourceSessions();
        try
        {
            foreach (var source in plan.Steps.Select(step => step.Source).OfType<ImportSource>())
                await sessions.Open(source, plan, context, cancellationToken);

            return sessions;
        }
        catch
        {
            await sessions.DisposeAsync();
            throw;
        }
    }

    public SourceSession For(ImportSource source) => source.Place is { } place ? open[place] : RowsInCode.Session;

    public async ValueTask DisposeAsync()
    {
        foreach (var session in open.Values)
            await session.DisposeAsync();
    }

    async Task Open(ImportSource source, ImportPlan plan, ImportContext context, CancellationToken cancellationToken)
    {
        if (source.Place is not { } place || open.ContainsKey(place))
            return;

        var location = context.SourceLocation ?? throw new SchemaException(
            ExitCode.Usage,
            $"{plan.Import.Title} reads from {place}, and nothing says where that is.",
            $"Set {LegacySystem.SettingOf(plan.Import.Name)} to a URL, a path or none.");
        var session = await source.Open(location, cancellationToken);
        open.Add(place, session);
        await RefuseItself(session, plan, context, cancellationToken);
    }

    /// <summary>Reading from the database that is written is a set-based step, without a second connection that waits for the first.</summary>
    static async Task RefuseItself(SourceSession session, ImportPlan plan, ImportContext context, CancellationToken cancellationToken)
    {
        if (await session.Identity(cancellationToken) is { } identity
            && identity == await DatabaseIdentity.Of(context.Target, cancellationToken))
            throw new SchemaException(
                ExitCode.Usage,
                $"{plan.Import.Title}: the source {session.Description} is the target's own database.",
                "Name the legacy database, or write the step with plan.Insert.");
    }
}
