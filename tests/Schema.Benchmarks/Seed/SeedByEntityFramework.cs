using Microsoft.EntityFrameworkCore;
using Schema.Import;
using Schema.Seeding;

namespace Schema.Benchmarks;

/// <summary>What most would write: entities, AddRange and SaveChanges for every thousand people, in one transaction; the same rows.</summary>
sealed class SeedByEntityFramework : OwnProcess
{
    const int Batch = 1000;
    const int MostRows = 50_000;

    public override string Name => "EF Core AddRange, batches of 1,000";

    public override long Rows(long asked) => Math.Min(asked, MostRows);

    public override string Table => "queue_members";

    public override long Written(long rows) => SeedBenchmark.People(rows).People.LongCount(MemberRow.IsMember);

    public override async Task Work(DatabaseAddress target, DatabaseAddress legacy, long rows, CancellationToken cancellationToken)
    {
        string[] tickers = [.. (await TickerFile.ReadDelivered(cancellationToken)).Select(row => row.Symbol)];
        await using var context = new SchemaContext(new DbContextOptionsBuilder<SchemaContext>().UseNpgsql(target.ConnectionString).Options);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var ticket = 1;
        foreach (var people in SeedBenchmark.People(rows).People.Chunk(Batch))
        {
            foreach (var person in people)
                ticket = Add(context, person, tickers, ticket);

            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancellationToken);
    }

    static int Add(SchemaContext context, CrowdPerson person, string[] tickers, int firstTicket)
    {
        var user = SeedEntities.User(UserRow.Of(person), ProfileRow.Of(person), RoleRow.Of(person));
        foreach (var row in ChannelRow.Of(person))
            user.NotificationChannels.Add(SeedEntities.Channel(row));
        foreach (var row in FollowRow.Of(person, tickers))
            user.TickerFollows.Add(SeedEntities.Follow(row));

        context.Users.AddRange(user);
        var tickets = TicketRow.Of(person, firstTicket).Select(SeedEntities.Ticket).ToList();
        context.Tickets.AddRange(tickets);
        if (MemberRow.IsMember(person))
            context.QueueMembers.AddRange(SeedEntities.Member(MemberRow.Of(person, firstTicket)));

        return firstTicket + tickets.Count;
    }
}
