using System.Reflection;
using Schema.Import;

namespace Schema.Migrations;

/// <summary>What a filter may ask of one kind of legacy record: the columns that its constructor names.</summary>
public sealed class FilterEntity
{
    readonly Dictionary<string, FilterColumn> columns = [];

    FilterEntity(string name) => Name = name;

    /// <summary>The word before the colon, such as <c>schools</c>.</summary>
    public string Name { get; }

    /// <summary>The columns that can be compared, in the record's order.</summary>
    public IReadOnlyList<FilterColumn> Columns { get; private set; } = [];

    /// <summary>The columns of a record; lists and secrets cannot be asked for.</summary>
    public static FilterEntity Of<TLegacy>(string name)
    {
        var entity = new FilterEntity(name);
        var constructor = typeof(TLegacy).GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        entity.Columns = [.. constructor.GetParameters().Select(parameter => entity.Add(typeof(TLegacy), parameter)).OfType<FilterColumn>()];

        return entity;
    }

    /// <summary>By its own name, in snake case, or by another it is known as.</summary>
    public FilterColumn? Find(string name) => columns.GetValueOrDefault(FilterColumn.Fold(name));

    FilterColumn? Add(Type record, ParameterInfo parameter)
    {
        var property = record.GetProperty(parameter.Name!)!;
        var isSecret = Declared<SecretAttribute>(parameter, property) is not null;
        if (isSecret || TypeOf(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) is not { } type)
            return null;

        var declared = Declared<LegacyColumnAttribute>(parameter, property);
        var column = new FilterColumn(declared?.Name ?? CamelCase(parameter.Name!), type, property.GetValue);
        foreach (var name in new[] { column.Name, parameter.Name! }.Concat(declared?.AlsoKnownAs ?? []))
            columns[FilterColumn.Fold(name)] = column;

        return column;
    }

    static TAttribute? Declared<TAttribute>(ParameterInfo parameter, PropertyInfo property)
        where TAttribute : Attribute => parameter.GetCustomAttribute<TAttribute>() ?? property.GetCustomAttribute<TAttribute>();

    static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    static FilterType? TypeOf(Type type) =>
        type == typeof(string) ? FilterType.Text
        : type == typeof(bool) ? FilterType.Truth
        : type == typeof(short) || type == typeof(int) || type == typeof(long) ? FilterType.Number
        : type == typeof(DateTime) || type == typeof(DateTimeOffset) ? FilterType.Moment
        : null;
}
