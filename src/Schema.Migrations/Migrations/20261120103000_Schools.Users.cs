namespace Schema.Migrations;

public sealed partial class Schools
{
    const string AddToUsers = """
        alter table users
            add column email_generated boolean not null default false,
            add column phone_raw text,
            add column password_must_change boolean not null default false,
            add constraint users_email_generated_check check (not email_generated or email is not null);

        with taken as (
            delete from ledger.remembered r
            using users u
            where r.subject = 'schools.users' and r.key = u.id::text
            returning u.id, r.value
        )
        update users u set
            email_generated = (value ->> 'email_generated')::boolean and u.email is not null,
            phone_raw = value ->> 'phone_raw',
            password_must_change = (value ->> 'password_must_change')::boolean
        from taken where u.id = taken.id;
        """;

    const string RememberUsers = """
        insert into ledger.remembered (subject, key, value)
        select 'schools.users', u.id::text, jsonb_build_object(
            'email_generated', u.email_generated, 'phone_raw', u.phone_raw, 'password_must_change', u.password_must_change)
        from users u
        where u.email_generated or u.phone_raw is not null or u.password_must_change
        on conflict (subject, key) do update set value = excluded.value;
        """;

    const string TakeFromUsers = """
        alter table users
            drop constraint users_email_generated_check,
            drop column email_generated,
            drop column phone_raw,
            drop column password_must_change;
        """;
}
