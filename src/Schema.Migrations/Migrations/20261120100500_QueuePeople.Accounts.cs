namespace Schema.Migrations;

public sealed partial class QueuePeople
{
    // The old program joined first and last name with one space, so the first word is the first name and the rest the last.
    // Roles are told apart as the old program did it, to the letter: 'Admin' never was its admin, and grants nothing here.
    // A view, because Down asks twice: before and after it has written the changes into the accounts.
    const string PeopleFromAccounts = """
        create temporary table queue_account (
            moment text not null check (moment in ('then', 'now')),
            user_id uuid not null,
            id integer not null,
            made boolean not null,
            account users_old not null,
            primary key (moment, id)
        );
        create index on queue_account (user_id);

        create temporary view queue_person as
        with account as (
            select moment, user_id, (account).* from queue_account
        ),
        oldest as (
            select distinct on (moment, user_id) moment, user_id,
                nullif(concat_ws(' ',
                    split_part(btrim(name), ' ', 1),
                    nullif(btrim(substr(btrim(name), length(split_part(btrim(name), ' ', 1)) + 1)), '')), '') as name,
                case when strpos(btrim(email), '@') > 1 then btrim(email) end as email
            from account
            order by moment, user_id, id
        ),
        ranked as (
            select moment, user_id, role, rank, min(rank) over (partition by moment, user_id) as best
            from (
                select distinct moment, user_id, role,
                    case role when 'admin' then 1 when 'mentor' then 2 when 'hacker' then 3 else 4 end as rank
                from account
                where role <> ''
            ) held
        ),
        roles as (
            select moment, user_id, array_agg(role order by rank, role collate "C") as roles
            from ranked
            where rank in (best, 4)
            group by moment, user_id
        ),
        rated as (
            select moment, user_id, array_agg(rating order by id, place)::numeric(2,1)[] as ratings
            from account cross join unnest(ratings) with ordinality as r (rating, place)
            group by moment, user_id
        ),
        reviewed as (
            select moment, user_id, array_agg(review order by id, place) as reviews
            from account cross join unnest(reviews) with ordinality as r (review, place)
            group by moment, user_id
        ),
        newest as (
            select moment, user_id,
                coalesce((array_agg(location order by id desc) filter (where btrim(location) <> ''))[1], 'in person') as location,
                coalesce((array_agg(zoomlink order by id desc) filter (where btrim(zoomlink) <> ''))[1], '') as zoom_link,
                coalesce((array_agg(discord order by id desc) filter (where btrim(discord) <> ''))[1], '') as discord,
                coalesce(sum(resolved_tickets), 0)::integer as resolved_tickets,
                (array_agg(ticket_id order by id desc) filter (where ticket_id is not null))[1] as current_ticket_id
            from account
            group by moment, user_id
        )
        select moment, user_id, o.name, o.email, roles[1] as role, coalesce(roles, '{}') as roles,
            n.location, n.zoom_link, n.discord, n.resolved_tickets,
            coalesce(ratings, '{}') as ratings, coalesce(reviews, '{}') as reviews, n.current_ticket_id
        from oldest o
        join newest n using (moment, user_id)
        left join roles using (moment, user_id)
        left join rated using (moment, user_id)
        left join reviewed using (moment, user_id);
        """;
}
