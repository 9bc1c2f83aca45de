namespace Schema.Import;

/// <summary>The kinds of object that a catalogue lists, in its order.</summary>
public enum CatalogueKind
{
    Schema,
    Enum,
    Domain,
    Function,
    Sequence,
    Table,
    View,
    Column,
    Constraint,
    Index,
    Trigger,
}
