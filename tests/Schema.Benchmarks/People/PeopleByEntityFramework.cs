using Microsoft.EntityFrameworkCore;
using Npgsql;
using Schema.Import;

namespace Schema.Benchmarks;

/// <summary>What most would write: entities, AddRange and SaveChanges for every thousand people, in one transaction.</summary>
sealed class PeopleByEntityFramework : OwnProcess
{
    const int Batch = 1000;
    const int MostRows = 50_000;

    public override string Name => "EF Core AddRange, batches of 1,000";

    public override long Rows(long asked) => Math.Min(asked, MostRows);

    public override string Table => "user_profiles";

    public override long Written(long rows) => LegacyPeople.Different(rows);

    public override async Task Work(DatabaseAddress target, DatabaseAddress legacy, long rows, CancellationToken cancellationToken)
    {
        await using var context = new SchemaContext(new DbContextOptionsBuilder<SchemaContext>().UseNpgsql(target.ConnectionString).Options);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var hacker = (await context.Roles.AsNoTracking().SingleAsync(role => role.Name == "hacker", cancellationToken)).Id;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var people in Read(legacy, rows, cancellationToken).Chunk(Batch).WithCancellation(cancellationToken))
        {
            context.Users.AddRange(people.Where(person => taken.Add(Folding.Email(person.Email))).Select(person => Entity(person, hacker)));
            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancellationToken);
    }

    static User Entity(LegacyPerson person, Guid role) => new()
    {
        Id = Guid.NewGuid(),
        Email = person.Email,
        Phone = person.Phone,
        FirstName = person.FirstName,
        LastName = person.LastName,
        CreatedAt = person.Joined,
        UpdatedAt = person.Joined,
        Roles = { new UserRole { RoleId = role } },
        Profile = new UserProfile { Timezone = person.Timezone, CreatedAt = person.Joined, UpdatedAt = person.Joined },
    };

    static async IAsyncEnumerable<LegacyPerson> Read(
        DatabaseAddress legacy, long rows, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await BenchmarkServer.Open(legacy, cancellationToken);
        await using var command = new NpgsqlCommand($"select {LegacyPeople.Columns} from person order by id limit $1", connection);
        command.Parameters.Add(new() { Value = rows });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return new LegacyPerson(
                reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetDateTime(6));
    }
}
