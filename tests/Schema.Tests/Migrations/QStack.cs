namespace Schema.Tests.Migrations;

/// <summary>A help queue's database as its own program made and filled it, with everything odd that such a one holds.</summary>
static class QStack
{
    public const string Tables = """
        create table users (
            id serial not null, name text not null, email text not null, role text not null, location text not null,
            zoomlink text not null, discord text not null, resolved_tickets integer, ratings numeric(2,1)[],
            reviews text[] not null, ticket_id integer, primary key (id)
        );
        create table tickets (
            id serial not null, creator_id integer, claimant_id integer, question text not null, content text not null,
            location text not null, tags text[] not null, images text[] not null, active boolean not null, status varchar,
            "createdAt" timestamp without time zone not null, "claimedAt" timestamp without time zone,
            primary key (id), foreign key (creator_id) references users (id), foreign key (claimant_id) references users (id)
        );
        create table chatrooms (
            id serial not null, creator_id integer, claimant_id integer, code varchar, active boolean not null, status varchar,
            primary key (id), foreign key (creator_id) references users (id), foreign key (claimant_id) references users (id)
        );
        alter table users add foreign key (ticket_id) references tickets (id) on delete set null;
        """;

    /// <summary>
    /// Ann has three accounts (1, 4, 9), Bob one (2); 3 and 5 share the word that is no address, 6 and 7 have none at all,
    /// and so has 8 (nothing before the @). The chatrooms' sequence was never called, the users' is far beyond its rows.
    /// </summary>
    public const string Rows = """
        insert into users (id, name, email, role, location, zoomlink, discord, resolved_tickets, ratings, reviews) values
            (1, 'Ann Lee',              ' Ann@Example.org ', 'hacker', 'in person', '',             'ann#1', 2,    '{4.5,NULL}', array['said "yes", it''s', 'NULL', null]),
            (2, 'Bob',                  'bob@example.org',   'mentor', 'virtual',   'https://z/bob', '',     NULL, NULL,         '{}'),
            (3, '  Carla   de la Cruz', 'n/a',               'judge',  '',          '',             '',      0,    '{}',         '{}'),
            (4, 'Ann L.',               'ANN@example.ORG',   'admin',  'virtual',   'https://z/ann', '',     3,    '{5.0}',      array['back\slash, {brace}']),
            (5, 'Dora',                 'n/a',               'hacker', 'table 5',   '',             '',      NULL, NULL,         '{}'),
            (6, '',                     '',                  'hacker', 'in person', '',             '',      NULL, '{}',         '{""}'),
            (7, '   ',                  '',                  '',       'in person', '',             '',      1,    '[2:3]={1,2}', '{}'),
            (8, 'Émile Zola',           '@example.org',      'Admin',  'in person', '',             '',      0,    '{}',         '{}'),
            (9, 'ann',                  'ann@example.org',   'hacker', '  ',        '',             'ann#9', NULL, '{NULL}',     '{"newest"}');
        select setval('users_id_seq', 41, true);

        insert into tickets (id, creator_id, claimant_id, question, content, location, tags, images, active, status, "createdAt", "claimedAt") values
            (1, 1,    2,    'Why?',  'It "fails"',  'here',  '{a,"b c",NULL,"NULL"}', '{}', true,  'claimed',   '2024-10-27 02:30:00.123456', '2024-10-27 02:59:59.999999'),
            (2, 4,    NULL, 'How?',  '',            '',      '{}',                    '{}', false, 'unclaimed', '2024-11-03 01:30:00', NULL),
            (3, NULL, NULL, '',      '',            '',      '{}',                    '{}', true,  NULL,        '1999-12-31 23:59:59', NULL),
            (4, 9,    1,    'Self?', 'both are me', 'there', '{}',                    '{""}', true, 'whatever', 'infinity', '0044-03-15 00:00:00 BC'),
            (7, 6,    8,    'Who?',  '',            '',      '{}',                    '{}', true,  'completed', '2024-03-10 02:30:00', NULL);
        select setval('tickets_id_seq', 7, false);
        update users set ticket_id = 4 where id = 4;
        update users set ticket_id = 1 where id in (1, 2);

        insert into chatrooms (id, creator_id, claimant_id, code, active, status) values
            (1, 4, NULL, 'abc', true, 'unclaimed'), (2, NULL, 9, NULL, false, NULL), (3, 2, 3, '', true, 'claimed');
        """;
}
