namespace Schema.Migrations;

/// <summary>What a column holds, as far as a filter can compare it.</summary>
public enum FilterType
{
    Text,
    Number,
    Moment,
    Truth,
}
