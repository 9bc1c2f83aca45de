using Npgsql;
using Schema.Import;

namespace Schema.Cli;

/// <summary>Whom passwords are issued to.</summary>
sealed record IssueScope(string? Role, Guid? School, string? Code, bool ReplaceUnverifiable)
{
    /// <summary>A role or school that is not there is a wrong word, not an empty result.</summary>
    public static async Task<IssueScope> Of(
        NpgsqlConnection connection, string? role, string? code, bool replaceUnverifiable, CancellationToken cancellationToken)
    {
        if (role is not null && await Scalar(connection, "select name from roles where name = $1", role, cancellationToken) is null)
            throw new SchemaException(
                ExitCode.Usage,
                $"There is no role '{role}'.",
                $"Known: {await Scalar(connection, """select string_agg(name, ', ' order by name collate "C") from roles where $1 = $1""", role, cancellationToken)}");

        var school = code is null ? null : await Scalar(connection, "select id from schools where code = $1 and not is_deleted", code, cancellationToken)
            ?? throw new SchemaException(ExitCode.Usage, $"There is no school with the code '{code}'.", "Codes are compared to the letter: select code, name from schools");

        return new IssueScope(role, (Guid?)school, code, replaceUnverifiable);
    }

    /// <summary>Who has no password, or none that can be checked here.</summary>
    public async Task<IReadOnlyList<Addressee>> People(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var hasBcrypt = await Bcrypt.Find(connection, cancellationToken) is not null;
        return await Addressee.All(connection, this, cancellationToken)
            .Where(person => person.Hash is not { } hash || IsUnverifiable(hash, hasBcrypt))
            .ToListAsync(cancellationToken);
    }

    public override string ToString() => (Role, Code) switch
    {
        (null, null) => "of all roles and schools",
        (null, _) => $"of the school {Code}",
        (_, null) => $"with the role {Role}",
        _ => $"with the role {Role} in the school {Code}",
    };

    static bool IsUnverifiable(string hash, bool hasBcrypt) => Passwords.FormatOf(hash) switch
    {
        PasswordFormat.Unknown => true,
        PasswordFormat.Bcrypt => !hasBcrypt,
        _ => false,
    };

    static async Task<object?> Scalar(NpgsqlConnection connection, string sql, string value, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = value });
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
