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

    public static async Task<TextForms> Fix(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select array_agg(current_setting(name) order by at) from unnest($1::text[]) with ordinality as setting (name, at)", connection);
        command.Parameters.Add(new() { Value = Fixed.Select(setting => setting.Name).ToArray() });
        var forms = new TextForms(connection, (string[])(await command.ExecuteScalarAsync(cancellationToken))!);
        await forms.Set([.. Fixed.Select(setting => setting.Value)], cancellationToken);

        return forms;
    }

    /// <summary>Only after success: a failed transaction takes its settings along.</summary>
    public Task Restore(CancellationToken cancellationToken) => Set(before, cancellationToken);

    async Task Set(string[] values, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select set_config(name, value, true) from unnest($1::text[], $2::text[]) as setting (name, value)", connection);
        command.Parameters.Add(new() { Value = Fixed.Select(setting => setting.Name).ToArray() });
        command.Parameters.Add(new() { Value = values });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
