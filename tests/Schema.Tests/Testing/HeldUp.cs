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
            create sequence held_up_in_vain;
            create function held_up() returns boolean language plpgsql as $$
            begin
                while not pg_try_advisory_xact_lock_shared({Lock}) loop
                    if clock_timestamp() > now() + interval '1 minute' then
                        return nextval('held_up_in_vain') is not null;
                    end if;
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

    /// <summary>The table is as it was, too. A session that nobody ended went on by itself after a minute, which even a rollback tells.</summary>
    public async Task LetGo()
    {
        await holder.DisposeAsync();
        await database.SessionsEnd();
        Assert.False(await database.Scalar<bool>("select is_called from held_up_in_vain"));
        await database.Execute($"alter table {table} drop constraint held_up; drop function held_up; drop sequence held_up_in_vain");
    }
}
