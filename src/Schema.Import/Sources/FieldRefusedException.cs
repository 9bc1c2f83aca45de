namespace Schema.Import;

/// <summary>A field that its parameter cannot take; it becomes a reject of the row.</summary>
sealed class FieldRefusedException(int member, string reason, Exception? cause = null) : Exception(reason, cause)
{
    public const string Null = "is NULL";
    public const string OfAnotherType = "is of another type";

    public int Member { get; } = member;

    public bool IsOfAnotherType => Message == OfAnotherType;
}
