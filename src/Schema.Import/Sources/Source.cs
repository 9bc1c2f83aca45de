namespace Schema.Import;

/// <summary>The kinds of legacy systems that a plan can read.</summary>
public static partial class Source
{
    /// <summary>Rows in code, in the order given.</summary>
    public static Source<TLegacy> Rows<TLegacy>(IEnumerable<TLegacy> rows) => new RowsSource<TLegacy>(rows);
}
