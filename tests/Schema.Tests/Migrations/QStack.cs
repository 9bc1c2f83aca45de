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
            (9, 'ann',                  'ann@example.org',   'helper', '  ',        '',             'ann#9', NULL, '{NULL}',     '{"newest"}');
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

    /// <summary>People who came after the queue's own program was left, with tickets of theirs; for a database at RekeyTickets or later.</summary>
    public const string NewPeople = """
        insert into users (id, email, phone, first_name, middle_name, last_name, created_at) values
            ('00000000-0000-4000-8000-00000000000a', 'zoe@example.org', '+4930123', 'Zoë', 'Q.', 'Ray', '2025-10-26 00:30:00.000001Z'),
            ('00000000-0000-4000-8000-00000000000b', null, null, null, null, null, '2025-10-26 01:30:00Z'),
            ('00000000-0000-4000-8000-00000000000c', 'idle@example.org', null, 'Idle', null, null, '2025-10-26 01:30:00Z');
        insert into user_external_ids values ('plume', 'user', 'lead ', '00000000-0000-4000-8000-00000000000a');
        insert into user_roles (user_id, role_id)
        select '00000000-0000-4000-8000-00000000000a', id from roles where name in ('hacker', 'mentor');
        insert into tickets (id, creator_id, claimant_id, question, content, location, tags, images) values
            (8, '00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b', '', '', '', '{}', '{}'),
            (9, '3d4e4e73-178d-852e-b75d-2a23d5389ef5', '00000000-0000-4000-8000-00000000000a', '', '', '', '{}', '{}');
        insert into queue_members (user_id, location, zoom_link, discord, resolved_tickets, ratings, reviews, current_ticket_id) values
            ('00000000-0000-4000-8000-00000000000a', 'virtual', 'https://z/zoe', 'zoe#1', 3, array[4.5, null], array[null, 'NULL'], 8);
        """;

    /// <summary>Rows of the newest tables, with what a careless copy would bend: JSON null, many digits, microseconds, quotes.</summary>
    public const string NewRows = """
        insert into ticker values
            ('AAPL', 'Apple "Inc", (US)', '["a\"b", null]', 'NASDAQ', '[]', true, '0000320193'),
            ('NULL', '', 'null', null, 'null', false, null);
        insert into user_profiles (user_id, display_name, preferences, created_at)
        values ('00000000-0000-4000-8000-00000000000a', 'Zoë, "z"', '{"email_cadence": "both"}', '2025-03-30 00:59:59.999999Z'),
            ('3d4e4e73-178d-852e-b75d-2a23d5389ef5', 'NULL', 'null', now());
        insert into user_notification_channels (user_id, channel_type, channel_value, preferences, email_bounced, bounced_at, bounce_type)
        values ('00000000-0000-4000-8000-00000000000a', 'email', 'zoe@example.org', 'null', true, now(), 'hard'),
            ('96201ad4-6e41-8b72-8b08-d9f41f134574', 'webhook', 'https://b.ob/?a=1,2', null, false, null, null);
        insert into user_ticker_follows (user_id, ticker, price_change_threshold, custom_alerts, "order")
        values ('00000000-0000-4000-8000-00000000000a', 'AAPL', 0.1::float8 + 0.2::float8, 'null', 1),
            ('00000000-0000-4000-8000-00000000000c', 'NULL', null, null, 0);
        insert into permission_modules (name, alias) values ('queue', null);
        insert into permissions (name, module_id, scope) select 'claim', id, 'account' from permission_modules;
        insert into role_permissions (role_id, permission_id) select r.id, p.id from roles r, permissions p where r.name in ('mentor', 'judge');
        insert into user_roles (user_id, role_id, scope_type, scope_key)
        select '00000000-0000-4000-8000-00000000000c', id, 'school', 's/1' from roles where name = 'admin';
        insert into chatrooms (id, creator_id, active) values (9, '00000000-0000-4000-8000-00000000000c', false);
        update users set phone = '+15550100', updated_at = '2025-01-01Z' where id = '96201ad4-6e41-8b72-8b08-d9f41f134574';
        """;
}
