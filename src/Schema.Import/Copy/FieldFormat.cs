namespace Schema.Import;

/// <summary>How values of one type are written to columns of one type; what the column would round, cut or refuse is said instead.</summary>
abstract class FieldFormat<TValue>
{
    /// <summary>Writes the field, or returns why the column cannot hold the value as it is.</summary>
    public abstract string? Write(RowBuffer buffer, TValue value);
}

sealed class NullableFormat<TValue>(FieldFormat<TValue> format) : FieldFormat<TValue?>
    where TValue : struct
{
    public override string? Write(RowBuffer buffer, TValue? value)
    {
        if (value is { } given)
            return format.Write(buffer, given);

        buffer.Null();
        return null;
    }
}

sealed class ReferenceFormat<TValue>(FieldFormat<TValue> format) : FieldFormat<TValue?>
    where TValue : class
{
    public override string? Write(RowBuffer buffer, TValue? value)
    {
        if (value is not null)
            return format.Write(buffer, value);

        buffer.Null();
        return null;
    }
}

sealed class RequiredFormat<TValue>(FieldFormat<TValue> format) : FieldFormat<TValue>
    where TValue : class
{
    public override string? Write(RowBuffer buffer, TValue value) =>
        value is null ? "is null where a value is required" : format.Write(buffer, value);
}
