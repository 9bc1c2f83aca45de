using Npgsql;

namespace Schema.Tests.Testing;

/// <summary>A session of the program in the middle of a table: the server is busy with a row until the test lets go.</summary>
public sealed class HeldUp
{
    const int Lock = 4711;

    readonly TestDatabase database;
    readonly NpgsqlConnection holder;
    readonly string table;

    HeldUp(TestDatabase database, NpgsqlConnection holder, string table) =>
        (this.database, this.holder, this.table) = (database, holder, table);

    /// <summary>Whoever writes such a row into the table.</summary>
    public static async Task<HeldUp> At(TestDatabase database, string table, string row)
    {
        var holder = await database.Open();
        await using var command = new NpgsqlCommand(
            $"""
            create function held_up() returns boolean language plpgsql as $$
            begin
                while not pg_try_advisory_xact_lock_shared({Lock}) and clock_timestamp() < now() + interval '1 minute' loop
                    perform pg_sleep(0.01);
                end loop;
                return true;
            end
            $$;
            alter table {table} add constraint held_up check (not ({row}) or held_up());
            select pg_advisory_lock({Lock});
            """,
            holder);
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
