namespace Schema.Tests.Legacy.Plume;

/// <summary>Registration databases as Plume keeps them.</summary>
static class PlumeSource
{
    const string Table = """
        create table "user" (
            id varchar not null primary key, first_name varchar, last_name varchar, email varchar, application_complete boolean
        );
        """;

    /// <summary>
    /// Ann and Bob are in the old queue as well, Ann four times over; Cy registered three times, Carla's and Dora's word is no
    /// address, and whoever made the ids knew no rules.
    /// </summary>
    public const string Awkward = """
        insert into "user" (id, first_name, last_name, email, application_complete) values
            ('pr-ann-2',       'Ann',    'Lee-Miller', 'ANN@example.org',     true),
            ('pr-ann-1',       'Ann',    'Lee',        '  ann@Example.ORG ',  true),
            ('pr-bob',         'Robert', NULL,         'bob@example.org',     false),
            ('Z-cy',           'Cy',     'Z',          'cy@example.org',      NULL),
            ('a-cy',           'Cy',     'a',          ' CY@example.org',     NULL),
            ('é-cy',           'Cy',     'é',          'cy@Example.Org  ',    NULL),
            ('lead',           NULL,     NULL,         NULL,                  true),
            ('lead ',          'Lead',   '',           '',                    true),
            (' lead',          '',       'Lead',       '   ',                 true),
            ('1',              'One',    'None',       'n/a',                 true),
            ('None',           'None',   'None',       ' @example.org',       true),
            ('o''brien',       'O''Brien', '"Bobby"; drop table "user"; --', 'o''brien@example.org', true),
            ('back\slash',     '\',      '\N',         'back\slash@example.org', true),
            ('"quoted", {x}',  '{"a"}',  'tab	and
        line',                                         '"quoted"@example.org', true),
            (E'e\u0301',       'Émile',  'Zola',       'Émile@example.org',   true),
            (E'\u00e9',        'Émile',  'Zola',       'émile@example.org',   true),
            ('🎓',             '🎓',     '',           '🎓@example.org',      true);
        """;

    public static Task<TestDatabase> Nasty() => With(Awkward);

    public static async Task<TestDatabase> With(string rows)
    {
        var database = await TestDatabase.From("plume", async connectionString =>
        {
            await using var connection = new Npgsql.NpgsqlConnection(connectionString);
            await connection.OpenAsync();
            await using var command = new Npgsql.NpgsqlCommand(Table, connection);
            await command.ExecuteNonQueryAsync();
        });
        if (rows.Length > 0)
            await database.Execute(rows);

        return database;
    }

    /// <summary>Registrations by the thousand; every seventh shares its address with the one before.</summary>
    public static Task<TestDatabase> Of(int registrations) => With($"""
        insert into "user" (id, first_name, last_name, email)
        select 'pr-' || n, 'First ' || n, nullif('Last ' || n % 10, 'Last 3'), 'Person' || n - (n % 7 = 0)::int || '@example.org'
        from generate_series(1, {registrations}) n
        """);
}
