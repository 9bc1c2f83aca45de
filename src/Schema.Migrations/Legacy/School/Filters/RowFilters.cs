namespace Schema.Migrations;

/// <summary>Which rows of which entities an import reads, as somebody wrote it behind <c>--filter</c>.</summary>
public sealed class RowFilters
{
    readonly Dictionary<string, List<FilterCondition>> conditions = [];

    /// <summary>The entities that are filtered.</summary>
    public IReadOnlyCollection<string> Filtered => conditions.Keys;

    /// <summary>The filter of one entity; <see cref="RowFilter.None"/> when it has none.</summary>
    public RowFilter For(string entity) => conditions.TryGetValue(entity, out var found) ? new RowFilter(found) : RowFilter.None;

    /// <summary>
    /// Reads the filter and binds it: behind <c>entity:</c> to that one, otherwise to every entity that has all the columns it names.
    /// What is unknown or of another type ends in exit 2 with its position.
    /// </summary>
    public static RowFilters Parse(string text, IReadOnlyList<FilterEntity> entities)
    {
        var filters = new RowFilters();
        if (string.IsNullOrWhiteSpace(text))
            return filters;

        foreach (var written in FilterParser.Parse(text))
        {
            foreach (var entity in written.Entity is { } name ? [Named(name, entities)] : Having(written, entities))
                filters.Add(entity, written);
        }

        return filters;
    }

    void Add(FilterEntity entity, WrittenFilter written)
    {
        if (!conditions.TryGetValue(entity.Name, out var own))
            conditions.Add(entity.Name, own = []);

        own.AddRange(written.Conditions.Select(condition => Bound(entity, condition)));
    }

    static FilterCondition Bound(FilterEntity entity, WrittenCondition condition)
    {
        var column = entity.Find(condition.Column.Text) ?? throw FilterWords.Refused(
            condition.Column.Position,
            $"{entity.Name} has no column {condition.Column.Shown} to compare; it has {string.Join(", ", entity.Columns.Select(known => known.Spelling))}");

        if (column.Type == FilterType.Truth && condition.Operator is not (FilterOperator.Equal or FilterOperator.Unequal or FilterOperator.In))
            throw FilterWords.Refused(condition.Sign.Position, $"{column.Spelling} is true or false; {condition.Sign.Text} does not compare it, = and != do");

        return new FilterCondition(column, condition.Operator, [.. condition.Values.Select(value => FilterValue.Of(column, value))]);
    }

    static FilterEntity Named(FilterWord name, IReadOnlyList<FilterEntity> entities) =>
        entities.FirstOrDefault(entity => entity.Name.Equals(name.Text, StringComparison.OrdinalIgnoreCase)) ?? throw FilterWords.Refused(
            name.Position, $"there is no entity {name.Shown}; known are {string.Join(", ", entities.Select(entity => entity.Name))}");

    static List<FilterEntity> Having(WrittenFilter written, IReadOnlyList<FilterEntity> entities)
    {
        var having = entities.ToList();
        foreach (var (column, _, _, _) in written.Conditions)
        {
            having.RemoveAll(entity => entity.Find(column.Text) is null);
            if (having.Count == 0)
                throw FilterWords.Refused(column.Position, Missing(column, written, entities));
        }

        return having;
    }

    static string Missing(FilterWord column, WrittenFilter written, IReadOnlyList<FilterEntity> entities) =>
        entities.Any(entity => entity.Find(column.Text) is not null)
            ? $"no entity has all of {string.Join(", ", written.Conditions.Select(condition => condition.Column.Text).Distinct())}"
            : $"no entity has a column {column.Shown} to compare";
}
