using Npgsql;
using Schema.Migrations;

namespace Schema.Tests.Legacy.School;

/// <summary>A filter decides the same over a server's rows and over records.</summary>
public class RowFilterServerTests
{
    static readonly FilteredTeacher[] Teachers =
    [
        Teacher("a", "Ann", "ann@x.org", 3, false, "2024-01-01 00:00:00"),
        Teacher("B", "ann", null, null, true, "2023-12-31 23:59:59.999"),
        Teacher("b", "İpek", "", -1, false, "2024-01-01 00:00:00.001"),
        Teacher("ä", "o'Brien", "\ud83d\ude00", 0, true, "1999-06-30 12:00:00"),
        Teacher("\uffee", "Zoe", "\uffee", 2147483647, false, "2024-06-30 12:00:00"),
    ];

    static readonly string[] Filters =
    [
        "id = 'a'", "id != 'a'", "id < 'b'", "id > 'Z'", "id >= 'b'", "id in ('a', 'ä')", "email != 'x'", "email = ''", "email < '\uffee'", "email > '\uffee'",
        "first_name = 'ann'", "first_name = 'o''Brien'", "first_name >= 'ann'", "experience_years > 0", "experience_years != 3", "experience_years in (-1, 0, 4)",
        "experience_years < 99999999999", "is_deleted = true", "is_deleted != true", "is_deleted in (true, false)", "created > '2024-01-01'",
        "created >= '2024-01-01'", "created = '2024-01-01T03:00:00+03:00'", "created < '2024-01-01' and is_deleted = true",
        "created in ('2024-01-01', '2023-12-31 23:59:59.999Z')", "deleted_at > '2000-01-01'", "deleted_at <= '2024-01-01 00:00:00.001'",
    ];

    [Fact]
    public async Task Rows_and_records_are_filtered_alike()
    {
        await using var connection = new NpgsqlConnection((await TestServer.Address).ConnectionString);
        await connection.OpenAsync();
        await Fill(connection);

        var fromServer = new List<string>();
        foreach (var text in Filters)
            fromServer.Add($"{text}: {await Found(connection, FilteredRecords.Parse($"teachers: {text}").For("teachers"))}");

        Assert.Equal(fromServer, Filters.Select(text => $"{text}: {Held(FilteredRecords.Parse($"teachers: {text}").For("teachers"))}"));
        Assert.Contains("id < 'b': B a", fromServer);
        Assert.Contains("created > '2024-01-01': b \uffee", fromServer);
    }

    static string Held(RowFilter filter) => string.Join(' ', Teachers.Where(filter.Holds).Select(teacher => teacher.Id).Order(StringComparer.Ordinal));

    static async Task<string> Found(NpgsqlConnection connection, RowFilter filter)
    {
        var (condition, values) = filter.Sql();
        await using var command = new NpgsqlCommand($"""select coalesce(string_agg(id, ' ' order by id collate "C"), '') from filtered where {condition}""", connection);
        command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());

        return (string)(await command.ExecuteScalarAsync())!;
    }

    static async Task Fill(NpgsqlConnection connection)
    {
        await using var create = new NpgsqlCommand(
            """
            create temporary table filtered (
                id text, "firstName" text, email text, "experienceYears" int, "isDeleted" boolean, "deletedAt" timestamp(3), "CreatedAt" timestamp(3))
            """,
            connection);
        await create.ExecuteNonQueryAsync();
        foreach (var teacher in Teachers)
        {
            await using var insert = new NpgsqlCommand("insert into filtered values ($1, $2, $3, $4, $5, $6, $7)", connection);
            object?[] values = [teacher.Id, teacher.FirstName, teacher.Email, teacher.ExperienceYears, teacher.IsDeleted, Plain(teacher.DeletedAt), Plain(teacher.Created)];
            insert.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value ?? DBNull.Value }).ToArray());
            await insert.ExecuteNonQueryAsync();
        }
    }

    static DateTime? Plain(DateTime? moment) => moment is { } known ? DateTime.SpecifyKind(known, DateTimeKind.Unspecified) : null;

    static FilteredTeacher Teacher(string id, string first, string? email, int? years, bool isDeleted, string created)
    {
        var moment = DateTime.Parse(created);
        return new(id, first, email, years, isDeleted, isDeleted ? DateTime.SpecifyKind(moment, DateTimeKind.Utc) : null, moment, [], "secret");
    }
}
