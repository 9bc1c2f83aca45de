using Npgsql;

namespace Schema.Tests.Testing;

/// <summary>A session of the program in the middle of a table: the server is busy with a row until it is let go.</summary>
public sealed class HeldUp
{
    public const int Lock = 4711;

    readonly TestDatabase database;
    readonly NpgsqlConnection holder;
    readonly string table;

    HeldUp(TestDatabase database, NpgsqlConnection holder, string table) =>
        (this.database, this.holder, this.table) = (database, holder, table);

    public static async Task<HeldUp> Start(TestDatabase database, NpgsqlConnection holder, string table)
    {
        await using var command = new NpgsqlCommand($"select pg_advisory_lock({Lock})", holder);
        await command.ExecuteNonQueryAsync();

        return new HeldUp(database, holder, table);
    }

    public Task Happens() => database.Until(
        "exists (select from pg_stat_activity where datname = current_database() and application_name like 'schema/%' and wait_event = 'PgSleep')");

    /// <summary>The table is as it was, too.</summary>
    public async Task LetGo()
    {
        await holder.DisposeAsync();
        await database.SessionsEnd();
        await database.Execute($"alter table {table} drop constraint held_up; drop function held_up");
    }
}
