namespace Schema.Import;

/// <summary>The kinds of legacy systems that a plan can read.</summary>
public static partial class Source
{
    /// <summary>Rows in code, in the order given; <paramref name="about"/> how many, where they are not counted yet.</summary>
    public static Source<TLegacy> Rows<TLegacy>(IEnumerable<TLegacy> rows, long? about = null) => new RowsSource<TLegacy>(rows, about);
}
