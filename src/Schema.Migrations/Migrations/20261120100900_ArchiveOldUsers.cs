using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Schema.Migrations;

/// <summary>The old accounts, carried over completely, leave the tables that are worked with.</summary>
[DbContext(typeof(SchemaContext))]
[Migration("20261120100900_ArchiveOldUsers")]
public sealed class ArchiveOldUsers : Migration
{
    // Whether the schema was here before is remembered: Down takes away only what this made.
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        lock table users_old in access exclusive mode;

        do $archive$
        begin
            if to_regnamespace('archive') is null then
                create schema archive;
                insert into ledger.remembered (subject, key, value) values ('archive_old_users', 'archive', '"made"');
            end if;
        end $archive$;

        alter table users_old set schema archive;
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        do $archive$
        begin
            if to_regclass('archive.users_old') is null then
                raise exception 'archive.users_old is gone: somebody removed it for good (schema archive drop), and without it '
                    'the older shape cannot be brought back. Nothing was changed. Restore that table from a backup, then run Down again.';
            end if;

            alter table archive.users_old set schema public;

            delete from ledger.remembered where subject = 'archive_old_users' and key = 'archive';
            if found then
                begin
                    drop schema archive;
                exception when dependent_objects_still_exist then
                    raise notice 'The schema archive stays: it holds objects of others.';
                end;
            end if;
        end $archive$;
        """);
}
