using Npgsql;

namespace Schema.Import;

/// <summary>The session settings on which the server's own text of a definition depends, held still while it is read.</summary>
static class StableSettings
{
    // An empty search_path qualifies every name; the next ones decide how constants in defaults and checks are written.
    // The server locks a table to write down its definitions: a status must not wait until a migration has ended.
    static readonly (string Name, string Value)[] Held =
    [
        ("search_path", ""),
        ("DateStyle", "ISO, YMD"),
        ("IntervalStyle", "postgres"),
        ("TimeZone", "UTC"),
        ("bytea_output", "hex"),
        ("extra_float_digits", "1"),
        ("quote_all_identifiers", "off"),
        ("lock_timeout", "1s"),
    ];

    static string[] Names => [.. Held.Select(setting => setting.Name)];

    internal static NpgsqlBatchCommand Hold() => Set([.. Held.Select(setting => setting.Value)]);

    /// <summary>Inside a transaction of the caller's the settings would stay as held until its end.</summary>
    internal static NpgsqlBatchCommand Restore(string[] values) => Set(values);

    internal static async Task<string[]> Current(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select array_agg(current_setting(name) order by position) from unnest($1) with ordinality as held (name, position)", connection);
        command.Parameters.AddWithValue(Names);

        return (string[])(await command.ExecuteScalarAsync(cancellation))!;
    }

    static NpgsqlBatchCommand Set(string[] values) =>
        new("select set_config(name, value, true) from unnest($1, $2) as held (name, value)")
        {
            Parameters = { new() { Value = Names }, new() { Value = values } },
        };
}
