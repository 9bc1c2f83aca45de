using Schema.Import;

namespace Schema.Tests.Imports;

/// <summary>An import made of what a test says.</summary>
sealed class RowsImport(Action<ImportPlan> define, string name = "orchard") : DataImport
{
    public override string Name => name;

    public static RowsImport Of<TRow>(string table, params TRow[] rows) =>
        new(plan => plan.Read(Source.Rows(rows)).Map<TRow>(row => row).CopyTo(table));

    public override void Define(ImportPlan plan) => define(plan);
}
