using Schema.Import;

namespace Schema.Benchmarks;

/// <summary>The people of the benchmark: staged as typed rows, then one user, role and profile for each address.</summary>
sealed class PeopleImport : DataImport
{
    public override void Define(ImportPlan plan)
    {
        plan.Read(Source.Postgres<LegacyPerson>($"select {LegacyPeople.Columns} from person"))
            .Map(People.From)
            .Stage("legacy_person");

        plan.Prepare("later ones of an address", """
            create temporary table later on commit drop as
            select p.id
            from legacy_person p
            join (select folded, min(number) as first from legacy_person group by folded having count(*) > 1) shared
                on shared.folded = p.folded and shared.first <> p.number;
            analyze later;
            """);

        Insert(plan, "users", """
            insert into users (id, email, phone, first_name, last_name, created_at, updated_at)
            select id, email, phone, first_name, last_name, joined, joined
            from legacy_person p where not exists (select from later l where l.id = p.id)
            """).Concludes();
        Insert(plan, "user_roles", """
            insert into user_roles (user_id, role_id)
            select p.id, r.id
            from legacy_person p cross join (select id from roles where name = 'hacker') r
            where not exists (select from later l where l.id = p.id)
            """);
        Insert(plan, "user_profiles", """
            insert into user_profiles (user_id, timezone, created_at, updated_at)
            select id, timezone, joined, joined
            from legacy_person p where not exists (select from later l where l.id = p.id)
            """);
    }

    static InsertStep Insert(ImportPlan plan, string table, string sql) => plan.Insert(table, table, sql)
        .Reads("select count(*) from legacy_person")
        .Merged("select count(*) from later");
}

sealed record PersonRow(Guid Id, long Number, string FirstName, string LastName, string Email, string Folded, string Phone, string Timezone, DateTime Joined);

static class People
{
    static readonly LegacyKey Key = new("bench", "person");

    public static Mapped<PersonRow> From(LegacyPerson old) => old.Email.Length == 0
        ? Key.Reject(old.Id, "has no e-mail address")
        : new PersonRow(Key.For(old.Id), old.Id, old.FirstName, old.LastName, old.Email, Folding.Email(old.Email), old.Phone, old.Timezone, old.Joined);
}
