using Npgsql;

namespace Schema.Seeding;

/// <summary>The school platform's first version: schools, teachers, parents and students who share addresses and numbers.</summary>
public sealed class SchoolSample(ulong seed = SampleSystem.UsualSeed) : StoredSample
{
    const string Schools = """
        "School" ("id", "schoolName", "email", "phone", "schoolCode", "schoolLevel", "country", "county", "logo", "password", "type", "schoolAddress",
            "CreatedAt", "UpdatedAt", "isDeleted")
        """;

    const string Teachers = """
        "Teacher" ("id", "firstName", "middleName", "lastName", "gender", "isLoginBarred", "phoneNumber", "email", "password",
            "isFirstTimePasswordChanged", "schoolId", "isDeleted", "subjects")
        """;

    const string Parents = """
        "Parent" ("id", "firstName", "lastName", "email", "phoneNumber", "relationship", "isDeleted", "schoolId")
        """;

    const string Students = """
        "Student" ("id", "firstName", "lastName", "studentAdmissionNumber", "gender", "schoolId", "classId", "parentId", "isDeleted", "createdAt")
        """;

    const string Staff = """
        "SchoolStaff" ("id", "firstName", "lastName", "email", "phone", "schoolId")
        """;

    const string RecessUsers = """
        "RecessUsers" ("id", "name", "email", "Role", "password", "phoneNumber", "status", "updatedAt")
        """;

    public override string Name => "school";

    public override async Task Fill(NpgsqlConnection empty, int people, CancellationToken cancellationToken)
    {
        var rows = new SchoolSamplePeople(seed, people);
        await SampleTable.Create(empty, SchoolSampleTables.Sql, cancellationToken);
        await Copy(empty, RecessUsers, SchoolSamplePeople.RecessRows(), cancellationToken);
        await Copy(empty, Schools, rows.SchoolRows(), cancellationToken);
        await Copy(empty, Staff, rows.StaffRows(), cancellationToken);
        await Copy(empty, Teachers, rows.TeacherRows(), cancellationToken);
        await Copy(empty, Parents, rows.ParentRows(), cancellationToken);
        await Copy(empty, Students, rows.StudentRows(), cancellationToken);
    }

    static Task Copy(NpgsqlConnection empty, string table, IEnumerable<object?[]> rows, CancellationToken cancellationToken) =>
        SampleTable.Copy(empty, $"copy {table} from stdin (format binary)", rows, (row, values) => Write(row, values, cancellationToken), cancellationToken);

    static async Task Write(NpgsqlBinaryImporter row, object?[] values, CancellationToken cancellationToken)
    {
        foreach (var value in values)
            await row.WriteAsync(value, cancellationToken);
    }
}
