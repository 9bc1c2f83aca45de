using Npgsql;

namespace Schema.Import.Transfer;

/// <summary>Puts the tables and columns of both sides together; everything that does not fit is said at once.</summary>
sealed class TransferPlanner(TransferOptions options, IReadOnlyList<SourceTable> sources, IReadOnlyList<TransferTable> targets)
{
    readonly List<string> problems = [];
    readonly Repairs repairs = new(options.Repairs);
    readonly NameMaps maps = new(options.Maps);
    readonly TableChoice choice = new(options, sources);

    public static async Task<TransferPlan> Plan(
        TransferSource source, NpgsqlConnection target, TransferOptions options, CancellationToken cancellationToken)
    {
        var (sources, targets) = await TransferEnds.Tables(source, target, cancellationToken);
        var planner = new TransferPlanner(options, sources, targets);
        var plan = planner.Plan(source);
        await planner.repairs.Load(source, sources, cancellationToken);
        return plan;
    }

    TransferPlan Plan(TransferSource source)
    {
        choice.Notes.AddRange(source.Notes);
        var tables = new List<TablePlan>();
        foreach (var table in choice.Chosen())
            if (TargetOf(table) is { } target)
                tables.Add(Table(table, target));

        Missing();
        foreach (var twice in tables.GroupBy(table => table.Target.Id).Where(group => group.Count() > 1))
            problems.Add($"{string.Join(" and ", twice.Select(table => table.Source.Name))} would both go into {twice.First().Target.Shown}");

        maps.RefuseUnused();
        choice.Notes.AddRange(tables.SelectMany(table => table.Source.Warnings()));

        return new TransferPlan(source.Description, source.Snapshot, tables, choice.Notes, problems);
    }

    TransferTable? TargetOf(SourceTable table)
    {
        var name = maps.Table(table);
        var target = NameMatch.Find(name, targets, candidate => candidate.Shown, "The table ");
        if (target is not null)
            return target;

        if (options.AllowMissing)
            choice.Notes.Add($"{table.Name} is left out: the target has no table {name}");
        else
            problems.Add($"{table.Name} has no table {name} in the target (--allow-missing leaves it out, --map {table.Name}=NAME renames it)");

        return null;
    }

    /// <summary>Tables that only the target has; not asked about when only some were chosen.</summary>
    void Missing()
    {
        if (options.Tables.Count > 0)
            return;

        var named = sources.Select(source => TargetNamed(maps.Table(source))).OfType<TransferTable>().ToHashSet();
        foreach (var target in targets.Where(target => !named.Contains(target) && !TableChoice.IsBookkeeping(target.Shown)))
        {
            if (options.AllowMissing)
                choice.Notes.Add($"{target.Shown} stays as it is: the source has no such table");
            else
                problems.Add($"{target.Shown} exists in the target alone (--allow-missing leaves it as it is)");
        }
    }

    TransferTable? TargetNamed(string name) => NameMatch.Find(name, targets, candidate => candidate.Shown, "The table ");

    TablePlan Table(SourceTable source, TransferTable target)
    {
        var columns = source.Columns.Where(column => !choice.IsExcluded(source, column)).Select(column => Column(source, column, target)).OfType<ColumnPlan>().ToList();
        foreach (var column in source.Columns.Where(column => choice.IsExcluded(source, column)))
            choice.Notes.Add($"{source.Name}.{column.Name} is left out: --exclude");

        foreach (var twice in columns.GroupBy(column => column.Target.Name).Where(group => group.Count() > 1))
            problems.Add($"{string.Join(" and ", twice.Select(column => $"{source.Name}.{column.Source.Name}"))} would both go into {target.Shown}.{twice.Key}");

        Unfilled(source, target, columns);
        var key = target.Key.Select(name => columns.FirstOrDefault(column => column.Target.Name == name)).OfType<ColumnPlan>().ToList();
        return new TablePlan(source, target, [.. key, .. columns.Except(key)], HasWholeKey(key, target) ? key.Count : 0);
    }

    /// <summary>A computed part of a key is not sent, so no line begins with it.</summary>
    static bool HasWholeKey(List<ColumnPlan> key, TransferTable target) =>
        key.Count == target.Key.Count && key.All(column => !column.Target.IsGenerated);

    ColumnPlan? Column(SourceTable table, SourceColumn source, TransferTable target)
    {
        var name = maps.Column(table, source);
        var found = NameMatch.Find(name, target.Columns, column => column.Name, $"The column {table.Name}.");
        if (found is null)
            problems.Add($"{table.Name}.{source.Name} has no column in {target.Shown} (--map {table.Name}.{source.Name}=NAME renames it, --exclude {table.Name}.{source.Name} loses it)");
        else if (repairs.For(table, source, found) is { } conversion)
            return new ColumnPlan(source, found, conversion);
        else
            problems.Add($"{table.Name}.{source.Name} is {source.Type.Shown}, which does not become {found.Shown} exactly");

        return null;
    }

    void Unfilled(SourceTable source, TransferTable target, List<ColumnPlan> columns)
    {
        foreach (var column in target.Columns.Where(column => !column.IsGenerated && columns.All(plan => plan.Target != column)))
        {
            // A column whose way was refused has been told about already.
            if (source.Columns.Any(candidate => maps.Column(source, candidate).Equals(column.Name, StringComparison.OrdinalIgnoreCase)))
                continue;
            if (column.HasDefault || column.IsNullable)
                choice.Notes.Add($"{target.Shown}.{column.Name} gets {(column.HasDefault ? "its default" : "NULL")}: the source has no such column");
            else
                problems.Add($"{target.Shown}.{column.Name} takes no NULL and has no default, and {source.Name} has no such column");
        }
    }
}
