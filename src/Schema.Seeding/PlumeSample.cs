using Npgsql;

namespace Schema.Seeding;

/// <summary>A Plume database: one registration for each person, some people twice.</summary>
public sealed class PlumeSample(ulong seed = SampleSystem.UsualSeed) : StoredSample
{
    const string Table = """
        create table "user" (
            id varchar not null,
            first_name varchar,
            last_name varchar,
            email varchar,
            application_complete boolean,
            constraint user_pkey primary key (id)
        )
        """;

    const string Copy = """copy "user" (id, first_name, last_name, email, application_complete) from stdin (format binary)""";

    public override string Name => "plume";

    public override async Task Fill(NpgsqlConnection empty, int people, CancellationToken cancellationToken)
    {
        await SampleTable.Create(empty, Table, cancellationToken);
        await SampleTable.Copy(empty, Copy, Registrations(people), (row, registration) => Write(row, registration, cancellationToken), cancellationToken);
    }

    internal IEnumerable<PlumeRegistration> Registrations(int people) =>
        PlumeRegistration.All(seed, people, firstPerson: QueueSample.People(people) / 2);

    static async Task Write(NpgsqlBinaryImporter row, PlumeRegistration registration, CancellationToken cancellationToken)
    {
        await row.WriteAsync(registration.Id, cancellationToken);
        await row.WriteAsync(registration.FirstName, cancellationToken);
        await row.WriteAsync(registration.LastName, cancellationToken);
        await row.WriteAsync(registration.Email, cancellationToken);
        await row.WriteAsync(registration.ApplicationComplete, cancellationToken);
    }
}
