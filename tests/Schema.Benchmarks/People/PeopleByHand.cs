using Npgsql;
using Schema.Import;

namespace Schema.Benchmarks;

/// <summary>The least that the server can do: rows that are there already, one statement for each table, keys, indexes and foreign keys after it.</summary>
sealed class PeopleByHand : OwnProcess
{
    const string Statements = """
        create table hand_users (like users including defaults);
        create table hand_roles (like user_roles including defaults);
        create table hand_profiles (like user_profiles including defaults);

        insert into hand_users (id, email, phone, first_name, last_name, created_at, updated_at)
        select distinct on (lower(btrim(email) collate "C")) md5('person ' || id)::uuid, email, phone, first_name, last_name, joined, joined
        from person order by lower(btrim(email) collate "C"), id;

        insert into hand_roles (user_id, role_id)
        select u.id, r.id from hand_users u cross join (select id from roles where name = 'hacker') r;

        insert into hand_profiles (user_id, timezone, created_at, updated_at)
        select u.id, p.timezone, p.joined, p.joined from person p join hand_users u on u.id = md5('person ' || p.id)::uuid;

        alter table hand_users
            add primary key (id),
            add check (strpos(btrim(email), '@') > 1),
            add check (phone collate "C" ~ '^\+[1-9][0-9]{1,14}$'),
            add check ((password_hash is null) = (password_algorithm is null)),
            add check ((auth_provider is null) = (auth_provider_id is null)),
            add check (is_deleted = (deleted_at is not null) and not (is_deleted and is_active));
        create unique index on hand_users (lower(btrim(email) collate "C")) where not is_deleted;
        create unique index on hand_users (auth_provider, auth_provider_id);
        alter table hand_roles
            add primary key (user_id, role_id, scope_type, scope_key),
            add check (scope_type in ('global', 'school')),
            add check ((scope_type = 'global') = (scope_key = '')),
            add foreign key (user_id) references hand_users (id) on delete cascade,
            add foreign key (role_id) references roles (id) on delete restrict;
        create index on hand_roles (role_id);
        alter table hand_profiles
            add primary key (user_id),
            add check (char_length(display_name) between 1 and 100),
            add check (preferences ->> 'email_cadence' in ('daily_only', 'weekly_only', 'both', 'none')),
            add foreign key (user_id) references hand_users (id) on delete cascade;
        create unique index on hand_profiles (lower(display_name collate "C"));
        """;

    public override string Name => "INSERT … SELECT by hand, keys after";

    public override string Table => "hand_profiles";

    public override long Written(long rows) => LegacyPeople.Different(rows);

    public override async Task Work(DatabaseAddress target, DatabaseAddress legacy, long rows, CancellationToken cancellationToken)
    {
        await using var connection = await BenchmarkServer.Open(target, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var command = new NpgsqlCommand(Statements, connection, transaction) { CommandTimeout = 0 })
            await command.ExecuteNonQueryAsync(cancellationToken);

        await transaction.CommitAsync(cancellationToken);
    }
}
