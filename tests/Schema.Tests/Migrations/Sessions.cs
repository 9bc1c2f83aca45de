using Npgsql;
using Schema.Import;

namespace Schema.Tests.Migrations;

/// <summary>Sessions other than the usual superuser's with the usual settings.</summary>
static class Sessions
{
    /// <summary>The same as somebody who owns everything in the database and is no superuser.</summary>
    public static async Task ToAs(this TestDatabase database, string owner, string migration)
    {
        var address = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = owner };
        await Migrated.To(address.ConnectionString, migration);
    }

    /// <summary>What every session in the database begins with from now on.</summary>
    public static Task Preset(this TestDatabase database, string setting, string value)
    {
        var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!;
        return database.Execute($"alter database {SqlName.Quote(name)} set {setting} = {SqlName.Literal(value)}");
    }

    public static Task Reassign(this TestDatabase database, string owner) => database.Execute($"""
        do $role$
        begin
            create role {owner} login;
        exception when duplicate_object or unique_violation then null;
        end $role$;
        do $reassign$
        declare
            one record;
        begin
            execute format('grant create on database %I to {owner}', current_database());
            alter schema public owner to {owner};
            alter schema archive owner to {owner};
            alter schema ledger owner to {owner};
            for one in select oid::regclass::text as name from pg_class
                where relkind = 'r' and relnamespace::regnamespace::text in ('public', 'archive', 'ledger')
            loop
                execute format('alter table %s owner to {owner}', one.name);
            end loop;
        end $reassign$;
        """);
}
