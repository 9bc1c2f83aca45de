using Schema.Import;

namespace Schema.Migrations;

/// <summary>The schools of the platform's first version and everybody in them, from its PostgreSQL database or a folder of exported tables.</summary>
public sealed partial class SchoolImport : DataImport
{
    public override string OldSettings => "V1_DB";

    public override void Define(ImportPlan plan)
    {
        var entities = plan.Option("entities", "What to bring, such as schools,teachers; the rest may come later");
        var filter = plan.Option("filter", "Which rows to bring, such as \"schools: id in ('a', 'b')\" or \"created_at > '2024-01-01'\"");
        var deleted = plan.Option("deleted", "Whether deleted rows are brought as deleted or left out: carry or leave", "carry");
        var domain = plan.Option("email-domain", "A domain under which people without an address get one");
        var conflicts = plan.Option("conflicts", "The file of conflicts that a check writes and a run obeys: keep, suffix, drop, for people merge too");
        var skips = plan.Flag("skip-validation", "Do not look for what is odd but harmless");

        var wanted = new SchoolWanted(entities, filter, deleted);
        Stage(plan, wanted, domain.Length == 0 ? null : GeneratedEmail.Domain(domain));
        Settle(plan, conflicts);
        Write(plan, wanted);
        Check(plan);
        Tell(plan);
        if (!skips)
            Warn(plan);
    }

    static void Stage(ImportPlan plan, SchoolWanted wanted, string? domain)
    {
        var countries = new SchoolCountries();
        var people = new SchoolPeopleMap(countries, wanted, domain);
        plan.Read(SchoolSources.Schools).Map(Mapped<SchoolRow> (old) =>
        {
            countries.Learn(old);
            return SchoolMap.From(old, wanted);
        }).Stage("school_v1_school");
        plan.Read(SchoolSources.Teachers).Map(people.From).Stage("school_v1_teacher");
        plan.Read(SchoolSources.Parents).Map(people.From).Stage("school_v1_parent");
        plan.Read(SchoolSources.Students).Map(people.From).Stage("school_v1_student");
        plan.Read(SchoolSources.Staff).Map(people.From).Stage("school_v1_staff");
        plan.Read(SchoolSources.RecessUsers).Map(people.From).Stage("school_v1_recess");
        plan.Read(SchoolSources.Qualifications)
            .Map(Mapped<SchoolQualificationRow> (old) => SchoolQualificationRow.From(old))
            .Stage("school_v1_qualification");
    }

    static void Settle(ImportPlan plan, string conflicts)
    {
        // A check that is given a file that is not there yet writes it.
        var isAsked = plan.IsCheck && conflicts.Length > 0 && !File.Exists(conflicts);
        plan.Read(SchoolDecisionSource.Of(isAsked ? "" : conflicts)).Map(Mapped<SchoolDecisionRow> (row) => row).Stage("school_decision");
        plan.Require("V1 is whole", Broken);
        plan.Prepare("everybody of V1", Gather);
        plan.Prepare("what each of them holds", Claim);
        plan.Prepare("who holds the same", Conflict);
        plan.Require("the decisions are about conflicts", UnknownDecisions).Else(ExitCode.Usage, DecisionAdvice);
        plan.Require("the decisions are possible", ImpossibleDecisions).Else(ExitCode.Usage, DecisionAdvice);
        plan.Prepare("other addresses", Suffix);
        plan.Prepare("who each of them becomes", Decide);
        plan.Prepare("what those who are one have together", Complete);
        if (isAsked)
            plan.WhenChecked(ToDecide, (rows, cancellationToken) => HandOver(conflicts, rows, cancellationToken));
    }

    static void Write(ImportPlan plan, SchoolWanted wanted)
    {
        plan.Prepare("which schools are one", DecideSchools);
        plan.Insert("schools", "schools", Schools).Reads(Wanted).Kept($"{Wanted} and p.is_known").Rejects(WithoutLevel).Concludes();
        plan.Prepare("who can come now", Ready);
        plan.Insert("users", "people", Users(NotLogins))
            .Reads($"select ({Newcomers} and {NotLogins}) + (select count(*) from ({OfRejectedSchools}) r)")
            .Kept($"{Newcomers} and {NotLogins} and p.known_as is not null")
            .Merged($"{Newcomers} and {NotLogins} and p.known_as is null and p.is_merged")
            .Rejects(OfRejectedSchools)
            .Concludes();
        plan.Insert("users", "logins of schools", Users(Logins))
            .Reads($"{Newcomers} and {Logins}")
            .Kept($"{Newcomers} and {Logins} and p.known_as is not null")
            .Merged($"{Newcomers} and {Logins} and p.known_as is null and p.is_merged");
        plan.Insert("user_external_ids", "ids", ExternalIds).Reads(Newcomers).Kept($"{Newcomers} and p.known_as is not null");
        plan.Insert("user_roles", "roles", Roles)
            .Reads($"select count(*) from ({RolesOf}) n")
            .Kept($"select count(*) from ({RolesOf}) n where {HasRole}");
        plan.Insert("user_profiles", "pictures", Pictures);
        plan.Insert("academic_years", "years", Years);
        plan.Prepare("the year of each school", YearOfSchool);
        plan.Insert("school_classes", "classes", Classes);
        InSchools(plan, "school_admin", "school_admins", "admins", Admins);
        InSchools(plan, "teacher", "teachers", "teachers", Teachers);
        InSchools(plan, "parent", "parents", "parents", Parents);
        InSchools(plan, "student", "students", "students", Students);
        if (wanted.HasLinks)
            plan.Insert("student_parents", "links", Links);
    }

    static void InSchools(ImportPlan plan, string entity, string table, string name, string sql) =>
        plan.Insert(table, name, sql).Reads(Of(entity)).Kept(Here(entity, table)).Merged(Joined(entity, table));
}
