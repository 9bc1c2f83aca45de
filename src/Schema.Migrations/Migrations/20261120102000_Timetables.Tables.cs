namespace Schema.Migrations;

public sealed partial class Timetables
{
    // No defaults but those of the keys: Django fills in its own. South put status last, with a second check.
    const string CreateTables = """
        create table timetables_thing (
            id serial primary key,
            parent_id integer,
            pathid varchar(64) not null unique,
            fullpath varchar(2048) not null,
            name varchar(32) not null,
            data text not null,
            type varchar(12) not null,
            fullname varchar(512) not null
        );

        create table timetables_eventsource (
            id serial primary key,
            current boolean not null,
            versionstamp timestamp with time zone not null,
            data text not null,
            title varchar(512) not null,
            sourcetype varchar(32) not null,
            sourceurl varchar(2048),
            sourcefile varchar(100) not null,
            master_id integer
        );

        create table timetables_event (
            id serial primary key,
            current boolean not null,
            versionstamp timestamp with time zone not null,
            data text not null,
            start timestamp with time zone not null,
            "end" timestamp with time zone not null,
            starttz varchar(32) not null,
            endtz varchar(32) not null,
            title varchar(512) not null,
            location varchar(512) not null,
            uid varchar(512) not null,
            master_id integer,
            source_id integer,
            status smallint not null check (status >= 0),
            constraint "CK_status_PSTV_7c8467613e9d8f4" check (status >= 0)
        );

        create table timetables_eventsourcetag (
            id serial primary key,
            annotation varchar(32),
            thing_id integer not null,
            eventsource_id integer not null
        );

        create table timetables_eventtag (
            id serial primary key,
            annotation varchar(32),
            thing_id integer not null,
            event_id integer not null
        );

        create table timetables_thingtag (
            id serial primary key,
            annotation varchar(32),
            thing_id integer not null,
            targetthing_id integer not null
        );

        create table timetables_thinglock (
            id serial primary key,
            thing_id integer not null,
            owner_id integer not null,
            expires timestamp with time zone not null,
            name varchar(32) not null
        );
        """;

    // Each name ends in what South hashed: MD5 over the names of the two tables.
    const string CreateConstraints = """
        alter table timetables_thing add constraint parent_id_refs_id_52cc64ca
            foreign key (parent_id) references timetables_thing (id) deferrable initially deferred;
        alter table timetables_eventsource add constraint master_id_refs_id_7adfe03d
            foreign key (master_id) references timetables_eventsource (id) deferrable initially deferred;
        alter table timetables_event add constraint master_id_refs_id_86f90f0a
            foreign key (master_id) references timetables_event (id) deferrable initially deferred;
        alter table timetables_event add constraint source_id_refs_id_96c703df
            foreign key (source_id) references timetables_eventsource (id) deferrable initially deferred;
        alter table timetables_eventsourcetag add constraint thing_id_refs_id_79d91749
            foreign key (thing_id) references timetables_thing (id) deferrable initially deferred;
        alter table timetables_eventsourcetag add constraint eventsource_id_refs_id_524e4242
            foreign key (eventsource_id) references timetables_eventsource (id) deferrable initially deferred;
        alter table timetables_eventtag add constraint thing_id_refs_id_a8bb75d6
            foreign key (thing_id) references timetables_thing (id) deferrable initially deferred;
        alter table timetables_eventtag add constraint event_id_refs_id_cd4ff1fa
            foreign key (event_id) references timetables_event (id) deferrable initially deferred;
        alter table timetables_thingtag add constraint thing_id_refs_id_6229ab16
            foreign key (thing_id) references timetables_thing (id) deferrable initially deferred;
        alter table timetables_thingtag add constraint targetthing_id_refs_id_6229ab16
            foreign key (targetthing_id) references timetables_thing (id) deferrable initially deferred;
        alter table timetables_thinglock add constraint thing_id_refs_id_a1548585
            foreign key (thing_id) references timetables_thing (id) deferrable initially deferred;
        alter table timetables_thinglock add constraint owner_id_refs_id_a1548585
            foreign key (owner_id) references timetables_thing (id) deferrable initially deferred;
        """;

    // The last one's name holds Python 2's hash of its table and columns.
    const string CreateIndexes = """
        create index timetables_thing_parent_id on timetables_thing (parent_id);
        create index timetables_thing_pathid_like on timetables_thing (pathid varchar_pattern_ops);
        create index timetables_thing_type on timetables_thing (type);
        create index timetables_thing_type_like on timetables_thing (type varchar_pattern_ops);
        create index timetables_eventsource_master_id on timetables_eventsource (master_id);
        create index timetables_event_master_id on timetables_event (master_id);
        create index timetables_event_source_id on timetables_event (source_id);
        create index timetables_eventsourcetag_thing_id on timetables_eventsourcetag (thing_id);
        create index timetables_eventsourcetag_eventsource_id on timetables_eventsourcetag (eventsource_id);
        create index timetables_eventtag_thing_id on timetables_eventtag (thing_id);
        create index timetables_eventtag_event_id on timetables_eventtag (event_id);
        create index timetables_thingtag_thing_id on timetables_thingtag (thing_id);
        create index timetables_thingtag_targetthing_id on timetables_thingtag (targetthing_id);
        create index timetables_thinglock_thing_id on timetables_thinglock (thing_id);
        create index timetables_thinglock_owner_id on timetables_thinglock (owner_id);
        create index timetables_thinglock_name on timetables_thinglock (name);
        create index timetables_thinglock_name_like on timetables_thinglock (name varchar_pattern_ops);
        create index timetables_event_source_id_117d8fd021d2452e on timetables_event (source_id, status, current, start);
        """;

    const string RememberSequences = """
        insert into ledger.remembered (subject, key, value)
        select 'timetables.sequence', s.name, jsonb_build_object('last_value', s.last_value, 'is_called', s.is_called)
        from (
            select 'timetables_thing_id_seq' as name, last_value, is_called from timetables_thing_id_seq
            union all select 'timetables_eventsource_id_seq', last_value, is_called from timetables_eventsource_id_seq
            union all select 'timetables_event_id_seq', last_value, is_called from timetables_event_id_seq
            union all select 'timetables_eventsourcetag_id_seq', last_value, is_called from timetables_eventsourcetag_id_seq
            union all select 'timetables_eventtag_id_seq', last_value, is_called from timetables_eventtag_id_seq
            union all select 'timetables_thingtag_id_seq', last_value, is_called from timetables_thingtag_id_seq
            union all select 'timetables_thinglock_id_seq', last_value, is_called from timetables_thinglock_id_seq
        ) s
        on conflict (subject, key) do update set value = excluded.value;
        """;

    // setval outlives a rollback, but not on a sequence that the same rollback removes.
    const string RestoreSequences = """
        do $sequences$
        begin
            perform setval(key::regclass, (value ->> 'last_value')::bigint, (value ->> 'is_called')::boolean)
            from ledger.remembered where subject = 'timetables.sequence';
        end $sequences$;

        delete from ledger.remembered where subject = 'timetables.sequence';
        """;
}
