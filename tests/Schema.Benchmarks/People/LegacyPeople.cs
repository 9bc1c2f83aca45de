using Npgsql;
using Schema.Import;

namespace Schema.Benchmarks;

/// <summary>People of a legacy system, made by its own server; every fiftieth is the one before again, under the address typed otherwise.</summary>
static class LegacyPeople
{
    public const string Columns = "id, first_name, last_name, email, phone, timezone, joined";

    const string Rows = """
        select n as id, 'First ' || n % 5000 as first_name, 'Last ' || n % 20000 as last_name,
            case when n % 50 = 0 then upper(' person.' || n - 1 || '@example.org ') else 'person.' || n || '@example.org' end as email,
            '+4915' || lpad(n::text, 9, '0') as phone,
            (array['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Tokyo'])[n % 4 + 1] as timezone,
            timestamptz '2015-01-01 00:00:00Z' + n * interval '97 seconds' as joined
        from generate_series(1::bigint, $1) n
        """;

    public static async Task Make(DatabaseAddress database, long rows, CancellationToken cancellationToken)
    {
        await BenchmarkServer.Execute(
            database,
            """
            create table person (
                id bigint not null, first_name text not null, last_name text not null, email text not null,
                phone text not null, timezone text not null, joined timestamptz not null)
            """,
            cancellationToken);
        await using var connection = await BenchmarkServer.Open(database, cancellationToken);
        await using var insert = new NpgsqlCommand($"insert into person {Rows}", connection);
        insert.Parameters.Add(new() { Value = rows });
        await insert.ExecuteNonQueryAsync(cancellationToken);
        await BenchmarkServer.Execute(database, "alter table person add constraint person_pkey primary key (id)", cancellationToken);
        await BenchmarkServer.Execute(database, "vacuum analyze person", cancellationToken);
    }

    /// <summary>How many different people so many rows are.</summary>
    public static long Different(long rows) => rows - (rows / 50);
}

sealed record LegacyPerson(long Id, string FirstName, string LastName, string Email, string Phone, string Timezone, DateTime Joined);
