using System.Text;

namespace Schema.Import.Transfer;

/// <summary>A row of the source in words: its key, its refused value, all of it for the reject file.</summary>
static class RowText
{
    public static string Key(TablePlan plan, SourceRows rows, long number) => plan.KeyColumns == 0
        ? $"row {number:N0}"
        : string.Join(", ", Enumerable.Range(0, plan.KeyColumns).Select(field => FieldText.OneLine(Value(plan, rows, field) ?? "NULL")));

    public static Reject Reject(TablePlan plan, SourceRows rows, long number, int field, string reason) => new(
        plan.Source.Name,
        Key(plan, rows, number),
        $"{plan.Columns[field].Source.Name}: {(Value(plan, rows, field) is { } value ? $"'{FieldText.Shorten(value)}' " : "")}{reason}")
    {
        Position = $"row {number}",
    };

    public static Dictionary<string, string?> Fields(TablePlan plan, SourceRows rows)
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal);
        for (var i = 0; i < plan.Columns.Count; i++)
            fields[plan.Columns[i].Source.Name] = Value(plan, rows, i);

        return fields;
    }

    public static string? Value(TablePlan plan, SourceRows rows, int field) => rows.IsNull(field) ? null
        : plan.Columns[field].Source.Type.IsBinary ? $@"\x{Convert.ToHexStringLower(rows[field])}"
        : Encoding.UTF8.GetString(rows[field]);
}
