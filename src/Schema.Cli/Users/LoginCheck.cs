using Npgsql;
using Schema.Import;

namespace Schema.Cli;

/// <summary>A person's login as the database keeps it, and whether a password opens it.</summary>
sealed record LoginCheck(string? Hash, bool MustChange, bool IsActive)
{
    /// <summary>By e-mail, as addresses are compared; deleted people have no login.</summary>
    public static async Task<LoginCheck?> Find(NpgsqlConnection connection, string email, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select password_hash, password_must_change, is_active
            from users where lower(btrim(email) collate "C") = $1 and not is_deleted
            """,
            connection);
        command.Parameters.Add(new() { Value = Folding.Email(email) });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        return await reader.ReadAsync(cancellationToken)
            ? new LoginCheck(await reader.IsDBNullAsync(0, cancellationToken) ? null : reader.GetString(0), reader.GetBoolean(1), reader.GetBoolean(2))
            : null;
    }

    public async Task<LoginAnswer> Try(string password, NpgsqlConnection connection, CancellationToken cancellationToken) =>
        await Verify(password, connection, cancellationToken) switch
        {
            false => LoginAnswer.Wrong,
            _ when !IsActive => LoginAnswer.Barred,
            null => LoginAnswer.ResetRequired,
            _ => MustChange ? LoginAnswer.MustChange : LoginAnswer.Ok,
        };

    async Task<bool?> Verify(string password, NpgsqlConnection connection, CancellationToken cancellationToken) =>
        Hash is null ? null
        : Passwords.FormatOf(Hash) != PasswordFormat.Bcrypt ? Passwords.Verify(Hash, password)
        : await Bcrypt.Find(connection, cancellationToken) is { } bcrypt ? await bcrypt.Verify(Hash, password, cancellationToken)
        : null;
}
