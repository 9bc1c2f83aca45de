namespace Schema.Migrations;

public sealed partial class PlumeImport
{
    const string RegistrationsWithoutPerson = """
        select p.external_id as registration
        from plume_person p
        left join user_external_ids e on e.system = 'plume' and e.entity = 'user' and e.external_id = p.external_id
        where e.user_id is null
        order by p.external_id collate "C"
        """;

    const string PeopleOtherwiseThanRead = """
        select d.external_id as registration, d.user_id
        from plume_decision d
        join plume_person p using (external_id)
        left join users u on u.id = d.user_id
        where d.became = 'new' and (u.first_name, u.last_name, u.email) is distinct from (p.first_name, p.last_name, d.email)
        order by d.external_id collate "C"
        """;

    const string PeopleWithOtherRoles = $"""
        select d.external_id as registration, d.user_id
        from plume_decision d
        left join user_roles r on r.user_id = d.user_id
        where d.became = 'new' and (r.role_id, r.scope_type) is distinct from ({Hacker}::uuid, 'global')
        order by d.external_id collate "C"
        """;

    const string MembersWithHistory = """
        select d.external_id as registration, d.user_id
        from plume_decision d
        left join queue_members m on m.user_id = d.user_id
        where d.became = 'new'
            and (m.location, m.zoom_link, m.discord, m.resolved_tickets, m.ratings, m.reviews, m.current_ticket_id)
                is distinct from ('in person', '', '', 0, '{}', '{}', null)
        order by d.external_id collate "C"
        """;
}
