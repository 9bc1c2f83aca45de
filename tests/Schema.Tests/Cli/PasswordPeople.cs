namespace Schema.Tests.Cli;

/// <summary>A database with people of every kind that passwords can meet.</summary>
static class PasswordPeople
{
    /// <summary>The password of the bcrypt hashes is "secret", that of the Identity one "Pässwörd 1!".</summary>
    const string People = """
        create extension if not exists pgcrypto;
        insert into schools (id, name, code, level_id, curriculum_id)
            select '00000000-0000-0000-0000-0000000000bb', 'Mwangaza', 'MWA', l.id, l.curriculum_id from class_levels l where name = 'NURSERY';
        insert into users (id, first_name, last_name, email, phone, password_hash, password_algorithm, is_active, password_must_change) values
            ('00000000-0000-0000-0000-000000000001', 'Ann', '=Kamau', 'Ann@x.org', '+254712345678', null, null, true, false),
            ('00000000-0000-0000-0000-000000000002', 'Ben', null, null, '+254712345679', null, null, true, false),
            ('00000000-0000-0000-0000-000000000003', 'Cyd', null, null, null, null, null, true, false),
            ('00000000-0000-0000-0000-000000000004', 'Dan', null, 'dan@x.org', null, 'AQAAAAIAACcQAAAAEAABAgMEBQYHCAkKCwwNDg/0rU862uzO9hIr+6O1UNszikyuOJMUnPGa8dy/rZzPdA==', 'aspnet-identity-v3', true, false),
            ('00000000-0000-0000-0000-000000000005', 'Eve', null, 'eve@x.org', null, replace(crypt('secret', gen_salt('bf', 4)), '$2a', '$2b'), 'bcrypt', true, true),
            ('00000000-0000-0000-0000-000000000006', 'Fay', null, 'fay@x.org', null, replace(crypt('secret', gen_salt('bf', 4)), '$2a', '$2y'), 'bcrypt', false, false),
            ('00000000-0000-0000-0000-000000000007', 'Gus', null, 'gus@x.org', null, '5f4dcc3b5aa765d61d8327deb882cf99', 'unknown', true, false);
        insert into user_roles (user_id, role_id, scope_type, scope_key)
            select u.id, r.id, 'school', '00000000-0000-0000-0000-0000000000bb' from users u, roles r where r.name = 'teacher' and u.first_name in ('Ann', 'Cyd', 'Dan');
        insert into user_roles (user_id, role_id) select u.id, r.id from users u, roles r where r.name = 'hacker' and u.first_name in ('Ben', 'Ann');
        """;

    public static Task<TestDatabase> InADatabase() => TestDatabase.From("cli_passwords", async connectionString =>
    {
        await Databases.Up(connectionString);
        await using var connection = new Npgsql.NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(People, connection);
        await command.ExecuteNonQueryAsync();
    });

    public static Task<Finished> Login(TestDatabase database, string input, string email) =>
        SchemaProgram.Piped(input, "users", "verify-login", email, "--database", database.ConnectionString);
}
