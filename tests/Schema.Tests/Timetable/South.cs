namespace Schema.Tests.Timetable;

/// <summary>What South executes on a new Play server, migration by migration, deferred statements last.</summary>
static class South
{
    public const string Tables = """
        CREATE TABLE "timetables_thing" ("id" serial NOT NULL PRIMARY KEY, "parent_id" integer NULL, "pathid" varchar(64) NOT NULL UNIQUE, "fullpath" varchar(2048) NOT NULL, "name" varchar(32) NOT NULL, "data" text NOT NULL, "type" varchar(12) NOT NULL, "fullname" varchar(512) NOT NULL);
        CREATE TABLE "timetables_eventsource" ("id" serial NOT NULL PRIMARY KEY, "current" boolean NOT NULL, "versionstamp" timestamp with time zone NOT NULL, "data" text NOT NULL, "title" varchar(512) NOT NULL, "sourcetype" varchar(32) NOT NULL, "sourceurl" varchar(2048) NULL, "sourcefile" varchar(100) NOT NULL, "master_id" integer NULL);
        CREATE TABLE "timetables_event" ("id" serial NOT NULL PRIMARY KEY, "current" boolean NOT NULL, "versionstamp" timestamp with time zone NOT NULL, "data" text NOT NULL, "start" timestamp with time zone NOT NULL, "end" timestamp with time zone NOT NULL, "starttz" varchar(32) NOT NULL, "endtz" varchar(32) NOT NULL, "title" varchar(512) NOT NULL, "location" varchar(512) NOT NULL, "uid" varchar(512) NOT NULL, "master_id" integer NULL, "source_id" integer NULL);
        CREATE TABLE "timetables_eventsourcetag" ("id" serial NOT NULL PRIMARY KEY, "annotation" varchar(32) NULL, "thing_id" integer NOT NULL, "eventsource_id" integer NOT NULL);
        CREATE TABLE "timetables_eventtag" ("id" serial NOT NULL PRIMARY KEY, "annotation" varchar(32) NULL, "thing_id" integer NOT NULL, "event_id" integer NOT NULL);
        CREATE TABLE "timetables_thingtag" ("id" serial NOT NULL PRIMARY KEY, "annotation" varchar(32) NULL, "thing_id" integer NOT NULL, "targetthing_id" integer NOT NULL);
        ALTER TABLE "timetables_thing" ADD CONSTRAINT "parent_id_refs_id_52cc64ca" FOREIGN KEY ("parent_id") REFERENCES "timetables_thing" ("id") DEFERRABLE INITIALLY DEFERRED;
        CREATE INDEX "timetables_thing_parent_id" ON "timetables_thing" ("parent_id");
        CREATE INDEX "timetables_thing_pathid_like" ON "timetables_thing" ("pathid" varchar_pattern_ops);
        CREATE INDEX "timetables_thing_type" ON "timetables_thing" ("type");
        CREATE INDEX "timetables_thing_type_like" ON "timetables_thing" ("type" varchar_pattern_ops);
        ALTER TABLE "timetables_eventsource" ADD CONSTRAINT "master_id_refs_id_7adfe03d" FOREIGN KEY ("master_id") REFERENCES "timetables_eventsource" ("id") DEFERRABLE INITIALLY DEFERRED;
        CREATE INDEX "timetables_eventsource_master_id" ON "timetables_eventsource" ("master_id");
        ALTER TABLE "timetables_event" ADD CONSTRAINT "master_id_refs_id_86f90f0a" FOREIGN KEY ("master_id") REFERENCES "timetables_event" ("id") DEFERRABLE INITIALLY DEFERRED;
        CREATE INDEX "timetables_event_master_id" ON "timetables_event" ("master_id");
        ALTER TABLE "timetables_event" ADD CONSTRAINT "source_id_refs_id_96c703df" FOREIGN KEY ("source_id") REFERENCES "timetables_eventsource" ("id") DEFERRABLE INITIALLY DEFERRED;
        CREATE INDEX "timetables_event_source_id" ON "timetables_event" ("source_id");
        ALTER TABLE "timetables_eventsourcetag" ADD CONSTRAINT "thing_id_refs_id_79d91749" FOREIGN KEY ("thing_id") REFERENCES "timetables_thing" ("id") DEFERRABLE INITIALLY DEFERRED;
        CREATE INDEX "timetables_eventsourcetag_thing_id" ON "timetables_eventsourcetag" ("thing_id");
        ALTER TABLE "timetables_eventsourcetag" ADD CONSTRAINT "eventsource_id_refs_id_524e4242" FOREIGN KEY ("eventsource_id") REFERENCES "timetables_eventsource" ("id") DEFERRABLE INITIALLY DEFERRED;
        CREATE INDEX "timetables_eventsourcetag_eventsource_id" ON "timetables_eventsourcetag" ("eventsource_id");
        ALTER TABLE "timetables_eventtag" ADD CONSTRAINT "thing_id_refs_id_a8bb75d6" FOREIGN KEY ("thing_id") REFERENCES "timetables_thing" ("id") DEFERRABLE INITIALLY DEFERRED;
        CREATE INDEX "timetables_eventtag_thing_id" ON "timetables_eventtag" ("thing_id");
        ALTER TABLE "timetables_eventtag" ADD CONSTRAINT "event_id_refs_id_cd4ff1fa" FOREIGN KEY ("event_id") REFERENCES "timetables_event" ("id") DEFERRABLE INITIALLY DEFERRED;
        CREATE INDEX "timetables_eventtag_event_id" ON "timetables_eventtag" ("event_id");
        ALTER TABLE "timetables_thingtag" ADD CONSTRAINT "thing_id_refs_id_6229ab16" FOREIGN KEY ("thing_id") REFERENCES "timetables_thing" ("id") DEFERRABLE INITIALLY DEFERRED;
        CREATE INDEX "timetables_thingtag_thing_id" ON "timetables_thingtag" ("thing_id");
        ALTER TABLE "timetables_thingtag" ADD CONSTRAINT "targetthing_id_refs_id_6229ab16" FOREIGN KEY ("targetthing_id") REFERENCES "timetables_thing" ("id") DEFERRABLE INITIALLY DEFERRED;
        CREATE INDEX "timetables_thingtag_targetthing_id" ON "timetables_thingtag" ("targetthing_id");
        ALTER TABLE "timetables_event" ADD COLUMN "status" smallint CHECK ("status" >= 0) NOT NULL DEFAULT 0;
        ALTER TABLE "timetables_event" ALTER COLUMN "status" TYPE smallint, ADD CONSTRAINT "CK_status_PSTV_7c8467613e9d8f4" CHECK ("status" >= 0), ALTER COLUMN "status" SET NOT NULL, ALTER COLUMN "status" DROP DEFAULT;
        CREATE TABLE "timetables_thinglock" ("id" serial NOT NULL PRIMARY KEY, "thing_id" integer NOT NULL, "owner_id" integer NOT NULL, "expires" timestamp with time zone NOT NULL, "name" varchar(32) NOT NULL);
        ALTER TABLE "timetables_thinglock" ADD CONSTRAINT "thing_id_refs_id_a1548585" FOREIGN KEY ("thing_id") REFERENCES "timetables_thing" ("id") DEFERRABLE INITIALLY DEFERRED;
        CREATE INDEX "timetables_thinglock_thing_id" ON "timetables_thinglock" ("thing_id");
        ALTER TABLE "timetables_thinglock" ADD CONSTRAINT "owner_id_refs_id_a1548585" FOREIGN KEY ("owner_id") REFERENCES "timetables_thing" ("id") DEFERRABLE INITIALLY DEFERRED;
        CREATE INDEX "timetables_thinglock_owner_id" ON "timetables_thinglock" ("owner_id");
        CREATE INDEX "timetables_thinglock_name" ON "timetables_thinglock" ("name");
        CREATE INDEX "timetables_thinglock_name_like" ON "timetables_thinglock" ("name" varchar_pattern_ops);
        ALTER TABLE "timetables_eventsource" ALTER COLUMN "sourceurl" TYPE varchar(2048), ALTER COLUMN "sourceurl" DROP NOT NULL, ALTER COLUMN "sourceurl" DROP DEFAULT;
        CREATE INDEX "timetables_event_source_id_117d8fd021d2452e" ON "timetables_event" ("source_id","status","current","start");
        """;
}
