using Npgsql;
using NpgsqlTypes;

namespace Schema.Seeding;

/// <summary>The help queue's database as its own program leaves it, for the migrations to find.</summary>
public sealed class QueueSample(ulong seed = SampleSystem.UsualSeed)
{
    const string Tables = """
        create table users (
            id serial not null, name text not null, email text not null, role text not null, location text not null,
            zoomlink text not null, discord text not null, resolved_tickets integer, ratings numeric(2,1)[],
            reviews text[] not null, ticket_id integer, primary key (id)
        );
        create table tickets (
            id serial not null, creator_id integer, claimant_id integer, question text not null, content text not null,
            location text not null, tags text[] not null, images text[] not null, active boolean not null, status varchar,
            "createdAt" timestamp without time zone not null, "claimedAt" timestamp without time zone,
            primary key (id), foreign key (creator_id) references users (id), foreign key (claimant_id) references users (id)
        );
        create table chatrooms (
            id serial not null, creator_id integer, claimant_id integer, code varchar, active boolean not null, status varchar,
            primary key (id), foreign key (creator_id) references users (id), foreign key (claimant_id) references users (id)
        );
        alter table users add foreign key (ticket_id) references tickets (id) on delete set null;
        """;

    const string Accounts = """
        copy users (id, name, email, role, location, zoomlink, discord, resolved_tickets, ratings, reviews) from stdin (format binary)
        """;

    const string Tickets = """
        copy tickets (id, creator_id, claimant_id, question, content, location, tags, images, active, status, "createdAt", "claimedAt")
        from stdin (format binary)
        """;

    const string Rooms = "copy chatrooms (id, creator_id, claimant_id, code, active, status) from stdin (format binary)";

    /// <summary>Whoever has a ticket of his own open looks at it; sequences stand where the program left them, the rooms' was never called.</summary>
    const string Positions = """
        update users set ticket_id = t.id
        from (select creator_id, min(id) as id from tickets where active and status = 'unclaimed' group by creator_id) t
        where t.creator_id = users.id;
        select setval('users_id_seq', (select max(id) from users) + 7), setval('tickets_id_seq', (select max(id) from tickets));
        """;

    public async Task Fill(NpgsqlConnection empty, int people, CancellationToken cancellationToken)
    {
        var accounts = People(people);
        var tickets = QueueTicket.All(seed, accounts * 2, accounts).ToList();
        await SampleTable.Create(empty, Tables, cancellationToken);
        await SampleTable.Copy(empty, Accounts, QueueAccount.All(seed, accounts), Write, cancellationToken);
        await SampleTable.Copy(empty, Tickets, tickets, Write, cancellationToken);
        await SampleTable.Copy(empty, Rooms, tickets.Where(ticket => ticket.HasRoom), WriteRoom, cancellationToken);
        await SampleTable.Create(empty, Positions, cancellationToken);
    }

    /// <summary>The queue knows one in ten of a sample's people.</summary>
    internal static int People(int people) => Math.Max(people / 10, 2);

    static async Task Write(NpgsqlBinaryImporter row, QueueAccount account)
    {
        await row.WriteAsync(account.Id);
        await row.WriteAsync(account.Name);
        await row.WriteAsync(account.Email);
        await row.WriteAsync(account.Role);
        await row.WriteAsync(account.Location);
        await row.WriteAsync(account.ZoomLink);
        await row.WriteAsync(account.Discord);
        await row.WriteAsync(account.ResolvedTickets);
        await row.WriteAsync(account.Ratings, NpgsqlDbType.Array | NpgsqlDbType.Numeric);
        await row.WriteAsync(account.Reviews, NpgsqlDbType.Array | NpgsqlDbType.Text);
    }

    static async Task Write(NpgsqlBinaryImporter row, QueueTicket ticket)
    {
        await row.WriteAsync(ticket.Id);
        await row.WriteAsync(ticket.Creator);
        await row.WriteAsync(ticket.Claimant);
        await row.WriteAsync(ticket.Question);
        await row.WriteAsync(ticket.Content);
        await row.WriteAsync(ticket.Location);
        await row.WriteAsync(ticket.Tags, NpgsqlDbType.Array | NpgsqlDbType.Text);
        await row.WriteAsync(ticket.Images);
        await row.WriteAsync(ticket.Active);
        await row.WriteAsync(ticket.Status);
        await row.WriteAsync(ticket.CreatedAt, NpgsqlDbType.Timestamp);
        await row.WriteAsync(ticket.ClaimedAt, NpgsqlDbType.Timestamp);
    }

    static async Task WriteRoom(NpgsqlBinaryImporter row, QueueTicket ticket)
    {
        await row.WriteAsync(ticket.Id / 3);
        await row.WriteAsync(ticket.Creator);
        await row.WriteAsync(ticket.Claimant);
        await row.WriteAsync(ticket.Code);
        await row.WriteAsync(ticket.Active);
        await row.WriteAsync(ticket.Status);
    }
}
