namespace Schema.Migrations;

/// <summary>How a filter compares.</summary>
public enum FilterOperator
{
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
}
