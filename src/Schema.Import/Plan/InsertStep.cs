using System.Text.RegularExpressions;

namespace Schema.Import;

/// <summary>One <c>insert … select</c> inside the target; the counts it declares are taken before it runs.</summary>
public sealed partial class InsertStep : ImportStep
{
    internal InsertStep(string table, string name, string sql)
        : base(name, table) => Sql = sql;

    internal string Sql { get; }

    /// <summary>The statement leaves the rows that are there alone.</summary>
    internal bool OnlyInserts => !Changes().IsMatch(Sql);

    /// <summary>Only <c>on conflict</c> asks for an index by name or by columns.</summary>
    internal override bool NeedsNoKey => !Sql.Contains("conflict", StringComparison.OrdinalIgnoreCase);

    internal string? ReadsSql { get; private set; }

    internal string? KeptSql { get; private set; }

    internal string? MergedSql { get; private set; }

    internal string? RejectsSql { get; private set; }

    internal string? DiffersSql { get; private set; }

    /// <summary>A query for the number of rows that the step starts from; without it, the rows written.</summary>
    public InsertStep Reads(string countSql)
    {
        ReadsSql = countSql;
        return this;
    }

    /// <summary>A query for the number of those rows that are there already.</summary>
    public InsertStep Kept(string countSql)
    {
        KeptSql = countSql;
        return this;
    }

    /// <summary>A query for the number of those rows that join another.</summary>
    public InsertStep Merged(string countSql)
    {
        MergedSql = countSql;
        return this;
    }

    /// <summary>A query for those rows that are refused: entity, key and reason, as text.</summary>
    public InsertStep Rejects(string sql)
    {
        RejectsSql = sql;
        return this;
    }

    internal bool IsConclusion { get; private set; }

    /// <summary>Here the rows staged before meet their fate; steps that are not called so write what belongs to them.</summary>
    public InsertStep Concludes()
    {
        IsConclusion = true;
        return this;
    }

    /// <summary>
    /// A query for the keys of rows that are there but otherwise than the source has them, for <c>import verify</c>; without it, the
    /// rows that the import wrote are held against its receipts.
    /// </summary>
    public InsertStep Differs(string sql)
    {
        DiffersSql = sql;
        return this;
    }

    internal override async Task<StepReport> Run(StepRun run, CancellationToken cancellationToken) =>
        await new TableInsert(run, this, await run.Table(Table!, cancellationToken)).Run(cancellationToken);

    internal override async Task<VerifiedStep?> Verify(StepRun run, CancellationToken cancellationToken) =>
        await new TableInsert(run, this, await run.Table(Table!, cancellationToken)).Verify(cancellationToken);

    [GeneratedRegex(@"\b(update|delete|merge)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Changes();
}
