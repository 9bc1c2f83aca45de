using Npgsql;

namespace Schema.Import;

/// <summary>Our SQL names no schema; a role with a schema of its own name would otherwise get the tables there, and never find them again.</summary>
public static class PublicSchema
{
    public static async Task Enter(NpgsqlConnection session, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select set_config('search_path', 'public', false)", session);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
