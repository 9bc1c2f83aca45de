using Npgsql;
using Schema.Import;

namespace Schema.Benchmarks;

/// <summary>What the tables of schools and people hold, ids included, without the moments at which their rows were written.</summary>
sealed class SchoolContent
{
    static readonly string[] Tables =
    [
        "schools", "users", "user_external_ids", "user_roles", "user_profiles", "academic_years", "school_classes", "school_admins", "teachers",
        "parents", "students", "student_parents",
    ];

    readonly Dictionary<string, string> tables = [];

    public static async Task<SchoolContent> Of(DatabaseAddress target, CancellationToken cancellationToken)
    {
        var content = new SchoolContent();
        await using var connection = await BenchmarkServer.Open(target, cancellationToken);
        foreach (var table in Tables)
            content.tables[table] = await Digest(connection, table, cancellationToken);

        return content;
    }

    /// <summary>Whoever makes something else has not done the work.</summary>
    public void RefuseOther(SchoolContent made, string name)
    {
        var different = Tables.Where(table => tables[table] != made.tables[table]).ToList();
        if (different.Count > 0)
            throw new InvalidOperationException(
                $"{name} makes something else than the import: {string.Join("; ", different.Select(table => $"{table} {made.tables[table]} and not {tables[table]}"))}.");
    }

    static async Task<string> Digest(NpgsqlConnection connection, string table, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select count(*) || ' rows ' || coalesce(left(md5(string_agg(r.text, e'\n' order by r.text collate "C")), 8), '')
            from (select (to_jsonb(t) - 'created_at' - 'updated_at')::text as text from {SqlName.Quote(table)} t) r
            """,
            connection);
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
