using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace Schema.Import;

/// <summary>Writes one member of a record into one column.</summary>
abstract class ColumnWriter<TRow>(RecordMember member, TargetColumn column)
{
    public RecordMember Member { get; } = member;

    public TargetColumn Column { get; } = column;

    /// <summary>Writes the field, or returns why the column cannot hold the value.</summary>
    public abstract string? Write(RowBuffer buffer, TRow row);

    public static ColumnWriter<TRow>? Find(RecordMember member, TargetColumn column)
    {
        if (FieldFormats.For(member, column.Type) is not { } format)
            return null;

        var writer = typeof(ColumnWriter<,>).MakeGenericType(typeof(TRow), member.Type);

        return (ColumnWriter<TRow>)Activator.CreateInstance(writer, member, column, Getter(member), format)!;
    }

    /// <summary>A class's getter is a function of the row as it stands; a struct's takes the row by reference, and one has to be compiled around it.</summary>
    static Delegate Getter(RecordMember member)
    {
        if (!typeof(TRow).IsValueType)
            return member.Property.GetMethod!.CreateDelegate(typeof(Func<,>).MakeGenericType(typeof(TRow), member.Type));

        var row = Expression.Parameter(typeof(TRow), "row");
        return Expression.Lambda(Expression.Property(row, member.Property), row).Compile();
    }
}

sealed class ColumnWriter<TRow, TValue>(RecordMember member, TargetColumn column, Func<TRow, TValue> read, FieldFormat<TValue> format)
    : ColumnWriter<TRow>(member, column)
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override string? Write(RowBuffer buffer, TRow row) => format.Write(buffer, read(row));
}
