using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace Schema.Import;

/// <summary>Compiles the constructor call of a record: each argument is read by its own typed call, so nothing is boxed.</summary>
static class RecordReader
{
    /// <summary>A check, a run and each of its attempts read the same records in the same order; how a member is read follows from the kind of row.</summary>
    static readonly ConcurrentDictionary<(Type Row, Type Record, string Ordinals), Delegate> Compiled = new();

    /// <summary>The reading methods take the row, the ordinal of the column and the number of the parameter.</summary>
    public static Func<TRow, TRecord> For<TRow, TRecord>(RecordShape shape, int[] ordinals, Func<RecordMember, MethodInfo> reader) =>
        (Func<TRow, TRecord>)Compiled.GetOrAdd(
            (typeof(TRow), typeof(TRecord), string.Join(',', ordinals)), _ => Compile<TRow, TRecord>(shape, ordinals, reader));

    static Func<TRow, TRecord> Compile<TRow, TRecord>(RecordShape shape, int[] ordinals, Func<RecordMember, MethodInfo> reader)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        var arguments = shape.Members.Select((member, number) =>
            Expression.Call(reader(member), row, Expression.Constant(ordinals[number]), Expression.Constant(number)));

        return Expression.Lambda<Func<TRow, TRecord>>(Expression.New(shape.Constructor, arguments), row).Compile();
    }

    /// <summary>The sentence for a field that was refused: <c>cannot be read: joined is NULL</c>.</summary>
    public static string Reason(RecordShape shape, FieldRefusedException refused)
    {
        var member = shape.Members[refused.Member];
        var said = refused.Message == FieldRefusedException.Null || !member.IsSecret ? refused.Message : $"is {FieldText.Mask}, which it cannot hold";

        return $"cannot be read: {member.Column} {said}";
    }
}
