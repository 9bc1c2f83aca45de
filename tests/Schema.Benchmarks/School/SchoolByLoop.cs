using Microsoft.EntityFrameworkCore;
using Npgsql;
using Schema.Import;

namespace Schema.Benchmarks;

/// <summary>What the old scripts did for each person, over EF Core: is the address free, a user, his role, his row; in one transaction.</summary>
sealed class SchoolByLoop : OwnProcess
{
    const int MostRows = 4_000;

    const string People = """
        select 'teacher', "id", "firstName", "lastName", "email", "schoolId", null, null, "isDeleted" from "Teacher"
        union all select 'parent', "id", "firstName", "lastName", "email", "schoolId", null, null, "isDeleted" from "Parent"
        union all select 'student', "id", "firstName", "lastName", null, "schoolId", "studentAdmissionNumber", "parentId", "isDeleted" from "Student"
        """;

    public override string Name => "a loop over EF Core, person by person";

    public override long Rows(long asked) => Math.Min(asked, MostRows);

    public override string Table => "user_external_ids";

    public override long Written(long rows) => rows;

    public override async Task Work(DatabaseAddress target, DatabaseAddress legacy, long rows, CancellationToken cancellationToken)
    {
        await using var context = new SchemaContext(new DbContextOptionsBuilder<SchemaContext>().UseNpgsql(target.ConnectionString).Options);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var roles = await context.Roles.AsNoTracking().ToDictionaryAsync(role => role.Name, role => role.Id, cancellationToken);
        var level = await context.ClassLevels.AsNoTracking().FirstAsync(cancellationToken);
        var schools = new Dictionary<string, Guid>();
        await foreach (var person in Read(legacy, rows, cancellationToken))
        {
            if (!schools.TryGetValue(person.School, out var school))
            {
                schools.Add(person.School, school = Guid.NewGuid());
                context.Add(new School { Id = school, Name = person.School, LevelId = level.Id, CurriculumId = level.CurriculumId });
            }

            await Add(context, person, school, roles[person.Kind], cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancellationToken);
    }

    static async Task Add(SchemaContext context, Person person, Guid school, Guid role, CancellationToken cancellationToken)
    {
        var user = new User
        {
            Id = Guid.NewGuid(),
            FirstName = person.FirstName,
            LastName = person.LastName,
            Email = await Free(context, person, cancellationToken),
            IsActive = !person.IsDeleted,
            IsDeleted = person.IsDeleted,
            DeletedAt = person.IsDeleted ? DateTimeOffset.UtcNow : null,
            ExternalIds = { new UserExternalId { System = "school_v1", Entity = person.Kind, ExternalId = person.Id } },
            Roles = { new UserRole { RoleId = role, ScopeType = "school", ScopeKey = school.ToString() } },
        };
        context.Add(user);
        if (person.Kind == "teacher")
            context.Add(new Teacher { UserId = user.Id, SchoolId = school });
        else if (person.Kind == "parent")
            context.Add(new Parent { UserId = user.Id, SchoolId = school });
        else
            context.Add(new Student { UserId = user.Id, SchoolId = school, AdmissionNumber = person.Admission });
    }

    static async Task<string?> Free(SchemaContext context, Person person, CancellationToken cancellationToken)
    {
        var (email, number) = (person.Email, 0);
        while (email is not null && !person.IsDeleted && await Taken(context, email, cancellationToken))
            email = person.Email!.Replace("@", $"+{person.Kind}{++number}@");

        return email is not null && email.IndexOf('@') > 0 ? email : null;
    }

    static Task<bool> Taken(SchemaContext context, string email, CancellationToken cancellationToken) => context.Users
        .FromSql($"select * from users where lower(btrim(email) collate \"C\") = {Folding.Email(email)} and not is_deleted")
        .AnyAsync(cancellationToken);

    static async IAsyncEnumerable<Person> Read(
        DatabaseAddress legacy, long rows, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await BenchmarkServer.Open(legacy, cancellationToken);
        await using var command = new NpgsqlCommand($"{People} order by 1 desc, 2 limit $1", connection);
        command.Parameters.Add(new() { Value = rows });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return new Person(
                reader.GetString(0), reader.GetString(1), Text(reader, 2), Text(reader, 3), Text(reader, 4), reader.GetString(5), Text(reader, 6), reader.GetBoolean(8));
    }

    static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    sealed record Person(string Kind, string Id, string? FirstName, string? LastName, string? Email, string School, string? Admission, bool IsDeleted);
}
