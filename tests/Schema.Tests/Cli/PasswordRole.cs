using Npgsql;
using Schema.Import;

namespace Schema.Tests.Cli;

/// <summary>A superuser that the test server lets in with its password only; for everybody else that server asks nothing.</summary>
sealed class PasswordRole : IAsyncDisposable
{
    const string Rule = "host all +schema_with_password all scram-sha-256";

    PasswordRole(string name, string password) => (Name, Password) = (name, password);

    public string Name { get; }

    public string Password { get; }

    public static async Task<PasswordRole> Create(string name, string password)
    {
        var role = new PasswordRole($"schema_role_{Environment.ProcessId}_{name}", password);
        await TestServer.Execute(
            $"""
            do $group$ begin create role schema_with_password; exception when duplicate_object or unique_violation then null; end $group$;
            drop role if exists {role.Name};
            create role {role.Name} login superuser password {SqlName.Literal(password)} in role schema_with_password;
            """);
        await TestServer.Execute(
            $"""
            do $rule$
            declare rules text := pg_read_file(current_setting('hba_file'));
            begin
                perform pg_advisory_xact_lock(hashtext('schema_with_password'));
                if rules not like '%{Rule}%' then
                    execute format('copy (select unnest(array[%L] || string_to_array(%L, E''\n''))) to %L', '{Rule}', rules, current_setting('hba_file'));
                    perform pg_reload_conf();
                end if;
            end $rule$;
            """);
        await role.IsAskedForItsPassword();

        return role;
    }

    public async ValueTask DisposeAsync() => await TestServer.Execute($"drop role if exists {Name}");

    // The server reads its rules anew in its own time.
    async Task IsAskedForItsPassword()
    {
        var address = new NpgsqlConnectionStringBuilder((await TestServer.Address).ConnectionString) { Username = Name, Password = "wrong" };
        for (; ; )
        {
            try
            {
                await using var connection = new NpgsqlConnection(address.ConnectionString);
                await connection.OpenAsync();
            }
            catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.InvalidPassword)
            {
                return;
            }
        }
    }
}
