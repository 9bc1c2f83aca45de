using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Schema.Import;

/// <summary>A table that is there now, or one of its columns, under the name it has now.</summary>
readonly record struct DroppedData((string Schema, string Table) Table, string? Column);

/// <summary>Follows operations from what is there now: several steps down may rename a table before they drop it; a name that was dropped or renamed away stands for nothing that is there now.</summary>
sealed class Dropped(LiveTables live)
{
    readonly Dictionary<(string, string), (string, string)?> tables = [];
    readonly Dictionary<((string, string), string), string?> columns = [];

    internal static IReadOnlyList<DroppedData> By(IEnumerable<MigrationOperation> operations, LiveTables live)
    {
        var names = new Dropped(live);
        return [.. operations.SelectMany(names.Follow).Where(dropped => live.Has(dropped.Table, dropped.Column)).Distinct()];
    }

    IEnumerable<DroppedData> Follow(MigrationOperation operation)
    {
        switch (operation)
        {
            case SqlOperation own:
                return [.. SqlChanges.In(own.Sql).SelectMany(Follow)];
            case DropTableOperation drop:
                return Drop(Named(drop.Schema, drop.Name));
            case DropSchemaOperation drop:
                return [.. In(drop.Name).ToArray().SelectMany(Drop)];
            case DropColumnOperation drop:
                return DropColumn(Named(drop.Schema, drop.Table), drop.Name);
            case RenameTableOperation rename:
                Rename(Named(rename.Schema, rename.Name), Named(rename.NewSchema ?? rename.Schema, rename.NewName ?? rename.Name));
                break;
            case RenameColumnOperation rename when Now(Named(rename.Schema, rename.Table)) is { } table:
                (columns[(table, rename.NewName)], columns[(table, rename.Name)]) = (Now(table, rename.Name), null);
                break;
        }

        return [];
    }

    DroppedData[] Drop((string, string) name)
    {
        var table = Now(name);
        tables[name] = null;

        return table is { } there ? [new DroppedData(there, null)] : [];
    }

    DroppedData[] DropColumn((string, string) name, string column)
    {
        if (Now(name) is not { } table)
            return [];

        var there = Now(table, column);
        columns[(table, column)] = null;

        return there is null ? [] : [new DroppedData(table, there)];
    }

    void Rename((string, string) name, (string, string) to) => (tables[to], tables[name]) = (Now(name), null);

    IEnumerable<(string, string)> In(string schema) =>
        live.Names.Concat(tables.Keys).Where(name => name.Item1 == schema).Distinct();

    (string, string)? Now((string, string) name) => tables.TryGetValue(name, out var now) ? now : name;

    string? Now((string, string) table, string column) => columns.TryGetValue((table, column), out var now) ? now : column;

    (string, string) Named(string? schema, string table) => (schema ?? live.CurrentSchema, table);
}
