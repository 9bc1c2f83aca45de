using Microsoft.EntityFrameworkCore;
using Npgsql;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Tests.Legacy.Plume;

/// <summary>On a server that sorts as people do, the first registration in byte order takes the address all the same.</summary>
public class PlumeByteOrderTests
{
    static readonly string Name = $"schema_test_{Environment.ProcessId}_sorted";

    [Fact]
    public async Task The_servers_language_decides_nothing()
    {
        await using var plume = await PlumeSource.Nasty();
        await TestServer.Execute($"create database {Name} template template0 locale_provider icu icu_locale 'en-US'");
        try
        {
            var address = new NpgsqlConnectionStringBuilder(plume.ConnectionString) { Database = Name }.ConnectionString;
            await Up(address, plume);

            Assert.Equal(("a-cy, é-cy, Z-cy", "Z-cy"), await Sorted(address));
        }
        finally
        {
            await TestServer.Execute($"drop database {Name} with (force)");
        }
    }

    static async Task Up(string address, TestDatabase plume)
    {
        var settings = Settings.Load(Path.GetTempPath(), new Dictionary<string, string> { ["LEGACY_PLUME"] = plume.ConnectionString });
        await using var context = SchemaContextFactory.Create(DatabaseAddress.Parse(address), new EngineOptions { Settings = settings });
        await context.Database.MigrateAsync("ImportPlume");
    }

    /// <summary>The three of one address as this server sorts them, and the one who has it.</summary>
    static async Task<(string Sorted, string Holder)> Sorted(string address)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            select string_agg(external_id, ', ' order by external_id), min(external_id) filter (where email is not null)
            from user_external_ids join users on id = user_id where external_id like '%-cy'
            """,
            connection);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();

        return (reader.GetString(0), reader.GetString(1));
    }
}
