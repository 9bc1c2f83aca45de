using Npgsql;
using Schema.Import;

namespace Schema.Cli;

/// <summary>bcrypt by PostgreSQL's pgcrypto, where somebody installed it.</summary>
sealed class Bcrypt
{
    readonly NpgsqlConnection connection;
    readonly string function;

    Bcrypt(NpgsqlConnection connection, string function) => (this.connection, this.function) = (connection, function);

    public static async Task<Bcrypt?> Find(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select nspname::text from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pgcrypto'", connection);
        return await command.ExecuteScalarAsync(cancellationToken) is string schema ? new Bcrypt(connection, SqlName.Quote(schema, "crypt")) : null;
    }

    /// <summary>pgcrypto knows the variants b and y by the name of a, which is the same computation.</summary>
    public async Task<bool> Verify(string hash, string password, CancellationToken cancellationToken)
    {
        // No variant can take a NUL; pgcrypto could not be sent one.
        if (password.Contains('\0'))
            return false;

        var known = hash[2] is 'b' or 'y' ? $"$2a{hash[3..]}" : hash;
        await using var command = new NpgsqlCommand($"select {function}($1, $2) = $2", connection);
        command.Parameters.Add(new() { Value = password });
        command.Parameters.Add(new() { Value = known });

        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
