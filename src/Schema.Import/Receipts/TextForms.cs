using Npgsql;

namespace Schema.Import;

/// <summary>Fixes how the server writes values as text, and puts back what the session had.</summary>
sealed class TextForms
{
    static readonly (string Name, string Value)[] Fixed =
    [
        ("DateStyle", "ISO, YMD"), ("IntervalStyle", "postgres"), ("TimeZone", "UTC"), ("extra_float_digits", "1"), ("bytea_output", "hex"),
    ];

    readonly NpgsqlConnection connection;
    readonly string[] before;

    TextForms(NpgsqlConnection connection, string[] before) => (this.connection, this.before) = (connection, before);

    public static async Task<TextForms> Fix(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        new(connection, await Set(connection, [.. Fixed.Select(setting => setting.Value)], cancellationToken));

    /// <summary>Only after success: a failed transaction takes its settings along.</summary>
    public Task Restore(CancellationToken cancellationToken) => Set(connection, before, cancellationToken);

    /// <summary>Answers with what they were.</summary>
    static async Task<string[]> Set(NpgsqlConnection connection, string[] values, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            with held as materialized (
                select at, name, value, current_setting(name) as before
                from unnest($1::text[], $2::text[]) with ordinality as setting (name, value, at)
            )
            select array_agg(before order by at), count(set_config(name, value, true)) from held
            """,
            connection);
        command.Parameters.Add(new() { Value = Fixed.Select(setting => setting.Name).ToArray() });
        command.Parameters.Add(new() { Value = values });

        return (string[])(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
