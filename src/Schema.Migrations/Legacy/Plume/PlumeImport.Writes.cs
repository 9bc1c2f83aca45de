namespace Schema.Migrations;

public sealed partial class PlumeImport
{
    // Named by ('schema', 'role', 'hacker'), the same in every database.
    const string Hacker = "'89968684-c411-8635-8a97-c85f12a6c967'";

    const string Decisions = "select count(*) from plume_decision d";

    /// <summary>Those whom this run brings; who came before is left as he is.</summary>
    const string Newcomers = $"{Decisions} where became <> 'known'";

    const string HasRole = "exists (select from user_roles r where r.user_id = d.user_id)";

    const string IsQueued = "exists (select from queue_members m where m.user_id = d.user_id)";

    const string People = """
        insert into users (id, first_name, last_name, email)
        select d.user_id, p.first_name, p.last_name, d.email
        from plume_decision d
        join plume_person p using (external_id)
        where d.became = 'new'
        """;

    const string ExternalIds = """
        insert into user_external_ids (system, entity, external_id, user_id)
        select 'plume', 'user', external_id, user_id from plume_decision where not is_linked
        """;

    const string Roles = $"""
        insert into user_roles (user_id, role_id, scope_type, scope_key)
        select user_id, {Hacker}, 'global', '' from plume_decision d where became <> 'known' and not {HasRole}
        """;

    const string QueueMembers = $$"""
        insert into queue_members (user_id, location, zoom_link, discord, resolved_tickets, ratings, reviews)
        select user_id, 'in person', '', '', 0, '{}', '{}' from plume_decision d where became <> 'known' and not {{IsQueued}}
        """;
}
