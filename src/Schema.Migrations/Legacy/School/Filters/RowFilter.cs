using System.Text;
using Schema.Import;

namespace Schema.Migrations;

/// <summary>Conditions that must all hold for a legacy row to be read.</summary>
public sealed class RowFilter(IReadOnlyList<FilterCondition> conditions)
{
    /// <summary>Lets every row through.</summary>
    public static RowFilter None { get; } = new([]);

    public IReadOnlyList<FilterCondition> Conditions { get; } = conditions;

    /// <summary>Decides over a record as <see cref="Sql"/> decides over its row.</summary>
    public bool Holds(object record) => Conditions.All(condition => condition.Holds(record));

    /// <summary>
    /// The condition behind a <c>where</c>, with quoted columns and the values as parameters from <paramref name="first"/> on:
    /// <c>t."createdAt" &gt; $1 and t."id" = any($2)</c>. Without conditions it is <c>true</c>.
    /// </summary>
    public (string Condition, IReadOnlyList<object> Values) Sql(string? alias = null, int first = 1)
    {
        var values = new List<object>();
        var text = new StringBuilder();
        foreach (var condition in Conditions)
        {
            text.Append(text.Length > 0 ? " and " : "").Append(Compared(condition, alias, first + values.Count));
            values.Add(condition.Operator == FilterOperator.In ? Listed(condition) : condition.Values[0]);
        }

        return (text.Length == 0 ? "true" : text.ToString(), values);
    }

    static string Compared(FilterCondition condition, string? alias, int parameter)
    {
        var column = alias is null ? SqlName.Quote(condition.Column.Name) : SqlName.Quote(alias, condition.Column.Name);
        // Byte order is the same on every machine.
        var order = condition.Column.Type == FilterType.Text ? " collate \"C\"" : "";

        return condition.Operator == FilterOperator.In
            ? FormattableString.Invariant($"{column}{order} = any(${parameter})")
            : FormattableString.Invariant($"{column}{order} {Sign(condition.Operator)} ${parameter}");
    }

    static Array Listed(FilterCondition condition) => condition.Column.Type switch
    {
        FilterType.Text => condition.Values.Cast<string>().ToArray(),
        FilterType.Number => condition.Values.Cast<long>().ToArray(),
        FilterType.Moment => condition.Values.Cast<DateTime>().ToArray(),
        _ => condition.Values.Cast<bool>().ToArray(),
    };

    static string Sign(FilterOperator comparison) => comparison switch
    {
        FilterOperator.Equal => "=",
        FilterOperator.Unequal => "<>",
        FilterOperator.Less => "<",
        FilterOperator.LessOrEqual => "<=",
        FilterOperator.Greater => ">",
        _ => ">=",
    };
}
