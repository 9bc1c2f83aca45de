namespace Schema.Migrations;

public sealed partial class PlumeImport
{
    // A registration that came before is known, whatever became of its person. Of the others, the first of each address (in
    // byte order, so that no machine decides otherwise) joins the person from the old queue who holds it, unless another
    // registration has joined that person already, or takes it if nobody living does.
    const string Decide = """
        create temporary table plume_decision on commit drop as
        with person as (
            select p.*, coalesce(e.user_id, u.id) as known_as, e.user_id is not null as is_linked
            from plume_person p
            left join user_external_ids e on e.system = 'plume' and e.entity = 'user' and e.external_id = p.external_id
            left join users u on u.id = p.id
        ),
        claim as (
            select person.*,
                first_value(external_id) over claimants as first_claimant,
                row_number() over claimants as place
            from person
            window claimants as (partition by address, known_as is null order by external_id collate "C")
        ),
        held as (
            select claim.*, holder.id as holder,
                exists (select from user_external_ids q where q.user_id = holder.id and q.system = 'qstack' and q.entity = 'user')
                and not exists (select from user_external_ids q where q.user_id = holder.id and q.system = 'plume' and q.entity = 'user')
                    as may_join
            from claim
            left join users holder
                on claim.known_as is null and lower(btrim(holder.email) collate "C") = claim.address and not holder.is_deleted
        )
        select external_id, is_linked, became,
            case became when 'known' then known_as when 'merged' then holder else id end as user_id,
            case when became = 'new' and address is not null and place = 1 and holder is null then email end as email,
            case when became = 'new' then holder end as held_by_user,
            case when became = 'new' and address is not null and place > 1 and holder is null then first_claimant end as held_by_registration,
            became = 'new' and email is not null and address is null as has_no_address
        from held
        cross join lateral (
            select case when known_as is not null then 'known' when place = 1 and may_join then 'merged' else 'new' end as became
        ) decided;

        create unique index on plume_decision (external_id);
        analyze plume_decision;
        """;

    const string AddressesOfPeople = """
        select external_id as registration, held_by_user as held_by
        from plume_decision where held_by_user is not null order by external_id collate "C"
        """;

    const string AddressesOfRegistrations = """
        select external_id as registration, held_by_registration as held_by
        from plume_decision where held_by_registration is not null order by external_id collate "C"
        """;

    const string NoAddresses = """
        select external_id as registration from plume_decision where has_no_address order by external_id collate "C"
        """;

    /// <summary>Who came before and reads otherwise in Plume now; those who joined somebody never had to read alike.</summary>
    const string PeopleChangedSince = """
        select d.external_id as registration, d.user_id
        from plume_decision d
        join plume_person p using (external_id)
        join users u on u.id = d.user_id and u.id = p.id
        where d.became = 'known' and (
            (u.first_name, u.last_name) is distinct from (p.first_name, p.last_name)
            or u.email <> coalesce(p.email, '')
            or u.email is null and p.address is not null and not exists (
                select from users h where lower(btrim(h.email) collate "C") = p.address and not h.is_deleted))
        order by d.external_id collate "C"
        """;
}
