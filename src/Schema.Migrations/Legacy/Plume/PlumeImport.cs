using Schema.Import;

namespace Schema.Migrations;

/// <summary>The people of the help queue, from the registration database Plume.</summary>
public sealed partial class PlumeImport : DataImport
{
    public override string OldSettings => "EC2_DATABASE";

    public override void Define(ImportPlan plan)
    {
        plan.Read(Source.Postgres<LegacyPlumeUser>("""select id::text as id, first_name, last_name, email from "user" """))
            .Map(PlumePeople.From)
            .Stage("plume_person");

        plan.Prepare("who each of them becomes", Decide);

        plan.Insert("users", "people", People)
            .Reads(Decisions)
            .Kept($"{Decisions} where became = 'known'")
            .Merged($"{Decisions} where became = 'merged'")
            .Differs($"select user_id::text from ({PeopleChangedSince}) changed")
            .Concludes();
        plan.Insert("user_external_ids", "ids", ExternalIds)
            .Reads(Decisions)
            .Kept($"{Decisions} where is_linked");
        plan.Insert("user_roles", "roles", Roles)
            .Reads(Newcomers)
            .Kept($"{Newcomers} and {HasRole}");
        plan.Insert("queue_members", "queue", QueueMembers)
            .Reads(Newcomers)
            .Kept($"{Newcomers} and {IsQueued}");

        plan.Check("every registration is a person", RegistrationsWithoutPerson);
        plan.Check("new people are as they were read", PeopleOtherwiseThanRead);
        plan.Check("new people are hackers and nothing more", PeopleWithOtherRoles);
        plan.Check("new people begin in the queue with nothing", MembersWithHistory);
        plan.Conflicts("goes without its e-mail, which a person here has", AddressesOfPeople);
        plan.Conflicts("goes without its e-mail, which another registration has", AddressesOfRegistrations);
        plan.Conflicts("goes without its e-mail, which is no address", NoAddresses);
        plan.Conflicts("came before and differs from Plume now, left as it is", PeopleChangedSince);
    }
}
