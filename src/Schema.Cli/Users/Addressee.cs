using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;

namespace Schema.Cli;

/// <summary>Somebody who can be given a first password.</summary>
sealed record Addressee(
    Guid Id, string? FirstName, string? LastName, string? Email, string? Phone, string? Hash, string Roles, string Schools)
{
    /// <summary>Without either nobody could log in.</summary>
    public bool HasAddress => Email is not null || Phone is not null;

    /// <summary>
    /// The living, active people without a password, of a role and a school if they are given; those with a hash come too, for
    /// somebody to see whether it can be checked.
    /// </summary>
    public static async IAsyncEnumerable<Addressee> All(
        NpgsqlConnection connection, IssueScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select u.id, u.first_name, u.last_name, u.email, u.phone, u.password_hash, coalesce(held.roles, ''), coalesce(held.schools, '')
            from users u
            left join lateral (
                select string_agg(distinct r.name, ' ' order by r.name) as roles, string_agg(distinct coalesce(s.code, s.name), ' ') as schools,
                    bool_or(($1 is null or r.name = $1) and ($2 is null or x.scope_type = 'school' and x.scope_key = $2)) as is_meant
                from user_roles x
                join roles r on r.id = x.role_id
                left join schools s on x.scope_type = 'school' and s.id::text = x.scope_key
                where x.user_id = u.id
            ) held on true
            where u.is_active and not u.is_deleted and u.auth_provider is null and (u.password_hash is null or $3)
                and (held.is_meant or $1 is null and $2 is null)
            order by u.email collate "C", u.id
            """,
            connection)
        { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = scope.Role ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = scope.School?.ToString() ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = scope.ReplaceUnverifiable });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return new Addressee(
                reader.GetGuid(0), Text(reader, 1), Text(reader, 2), Text(reader, 3), Text(reader, 4), Text(reader, 5), reader.GetString(6), reader.GetString(7));
    }

    static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
