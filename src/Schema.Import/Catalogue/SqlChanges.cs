using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Schema.Import;

/// <summary>What a migration's own SQL drops, renames or moves, as the operations that would say the same.</summary>
static partial class SqlChanges
{
    const string Part = """(?:"(?:[^"]|"")+"|[a-z_][a-z0-9_$]*)""";
    const string Name = $"""{Part}(?:\.{Part})?""";
    const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static IEnumerable<MigrationOperation> In(string sql) =>
        Statement.Matches(Silent.Replace(sql, "")).SelectMany(Operations);

    static IEnumerable<MigrationOperation> Operations(Match statement)
    {
        if (statement.Groups["dropped"] is { Success: true } dropped)
            return Names.Matches(dropped.Value).Select(name => Split(name.Value)).Select(name => new DropTableOperation { Schema = name.Schema, Name = name.Table });

        var (schema, table) = Split(statement.Groups["altered"].Value);
        return Change.Matches(statement.Groups["changes"].Value).Select(change => Changed(schema, table, change));
    }

    static MigrationOperation Changed(string? schema, string table, Match change) => change.Groups switch
    {
        [_, { Success: true, Value: var column }, ..] => new DropColumnOperation { Schema = schema, Table = table, Name = Bare(column) },
        [_, _, { Success: true, Value: var column }, { Value: var to }, ..] =>
            new RenameColumnOperation { Schema = schema, Table = table, Name = Bare(column), NewName = Bare(to) },
        [_, _, _, _, { Success: true, Value: var to }, ..] => new RenameTableOperation { Schema = schema, Name = table, NewName = Bare(to) },
        _ => new RenameTableOperation { Schema = schema, Name = table, NewSchema = Bare(change.Groups[5].Value) },
    };

    static (string? Schema, string Table) Split(string name) => Parts.Matches(name) switch
    {
        [var schema, var table] => (Bare(schema.Value), Bare(table.Value)),
        [var table, ..] => (null, Bare(table.Value)),
        _ => (null, name),
    };

    static string Bare(string part) => part[0] == '"' ? part[1..^1].Replace("\"\"", "\"") : part.ToLowerInvariant();

    // Comments, and literals with what only looks like a statement.
    [GeneratedRegex("--[^\n]*|'(?:[^']|'')*'")]
    static partial Regex Silent { get; }

    [GeneratedRegex(
        $@"\bdrop\s+table\s+(?:if\s+exists\s+)?(?<dropped>{Name}(?:\s*,\s*{Name})*)"
        + $@"|\balter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?(?<altered>{Name})(?<changes>[^;]*)", Plain)]
    static partial Regex Statement { get; }

    [GeneratedRegex(
        $@"\bdrop\s+column\s+(?:if\s+exists\s+)?({Part})|\brename\s+column\s+({Part})\s+to\s+({Part})|\brename\s+to\s+({Part})|\bset\s+schema\s+({Part})",
        Plain)]
    static partial Regex Change { get; }

    [GeneratedRegex(Name, Plain)]
    static partial Regex Names { get; }

    [GeneratedRegex(Part, Plain)]
    static partial Regex Parts { get; }
}
