using System.Text;

namespace Schema.Migrations;

/// <summary>One comparison of a column with a value, or with several.</summary>
public sealed record FilterCondition(FilterColumn Column, FilterOperator Operator, IReadOnlyList<object> Values)
{
    /// <summary>As the server decides it: nothing holds for NULL, and texts are ordered by their bytes.</summary>
    public bool Holds(object record)
    {
        if (FilterValue.OfRecord(Column.Value(record)) is not { } value)
            return false;

        if (Operator == FilterOperator.In)
            return Values.Contains(value);

        var order = Compare(value, Values[0]);
        return Operator switch
        {
            FilterOperator.Equal => order == 0,
            FilterOperator.Unequal => order != 0,
            FilterOperator.Less => order < 0,
            FilterOperator.LessOrEqual => order <= 0,
            FilterOperator.Greater => order > 0,
            _ => order >= 0,
        };
    }

    static int Compare(object value, object other) => (value, other) switch
    {
        (string text, string otherText) => Encoding.UTF8.GetBytes(text).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(otherText)),
        _ => ((IComparable)value).CompareTo(other),
    };
}
