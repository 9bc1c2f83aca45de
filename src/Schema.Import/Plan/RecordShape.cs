using System.Reflection;

namespace Schema.Import;

/// <summary>A record as the engine sees it: the parameters of its constructor, in order, and which of them names the row.</summary>
sealed class RecordShape
{
    static readonly NullabilityInfoContext Nullability = new();

    RecordShape(Type type, ConstructorInfo constructor, RecordMember[] members) =>
        (Type, Constructor, Members) = (type, constructor, members);

    public Type Type { get; }

    public ConstructorInfo Constructor { get; }

    public IReadOnlyList<RecordMember> Members { get; }

    public RecordMember Key => Members.FirstOrDefault(member => member.IsKey) ?? Members[0];

    /// <summary><c>LegacyGrower</c> holds growers: what a reject calls its row.</summary>
    public string Entity => SnakeCase.From(Bare(Type.Name)).Replace('_', ' ');

    public static RecordShape Of(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).FirstOrDefault();
        if (constructor is null || constructor.GetParameters().Length == 0)
            throw new InvalidOperationException($"{type.Name} is not a record with parameters.");

        return new RecordShape(type, constructor, [.. constructor.GetParameters().Select(parameter => Member(type, parameter))]);
    }

    public string KeyOf(object record) => FieldText.Of(Key.Property.GetValue(record), Key.IsSecret);

    /// <summary>All members as text with secrets masked: what the rejects file shows of a row.</summary>
    public IReadOnlyDictionary<string, string?> Fields(object record) =>
        Members.ToDictionary(
            member => member.Column,
            member => member.Property.GetValue(record) is { } value ? FieldText.Whole(value, member.IsSecret) : null);

    static RecordMember Member(Type type, ParameterInfo parameter)
    {
        var property = type.GetProperty(parameter.Name!)
            ?? throw new InvalidOperationException($"{type.Name} has a parameter '{parameter.Name}' without a property of that name.");

        return new RecordMember(
            parameter.Name!,
            parameter.ParameterType,
            IsNullable(parameter),
            Has<SecretAttribute>(parameter, property),
            Has<KeyAttribute>(parameter, property),
            property);
    }

    static bool Has<TAttribute>(ParameterInfo parameter, PropertyInfo property)
        where TAttribute : Attribute =>
        parameter.IsDefined(typeof(TAttribute), inherit: false) || property.IsDefined(typeof(TAttribute), inherit: false);

    static bool IsNullable(ParameterInfo parameter)
    {
        if (parameter.ParameterType.IsValueType)
            return Nullable.GetUnderlyingType(parameter.ParameterType) is not null;

        // The context caches without a lock of its own.
        lock (Nullability)
            return Nullability.Create(parameter).WriteState == NullabilityState.Nullable;
    }

    static string Bare(string name) =>
        name.StartsWith("Legacy", StringComparison.Ordinal) && name.Length > 6 ? name[6..]
        : name.EndsWith("Row", StringComparison.Ordinal) && name.Length > 3 ? name[..^3]
        : name;
}
