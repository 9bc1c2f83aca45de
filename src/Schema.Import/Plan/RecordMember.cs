using System.Reflection;

namespace Schema.Import;

sealed record RecordMember(string Name, Type Type, bool IsNullable, bool IsSecret, bool IsKey, PropertyInfo Property)
{
    /// <summary>The column that the member is written to.</summary>
    public string Column { get; } = SnakeCase.From(Name);

    public Type ValueType => Nullable.GetUnderlyingType(Type) ?? Type;
}
