using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Benchmarks;

/// <summary>V1 as a loop walks through it: read over EF Core, mapped by the import's rules, everybody in the order in which they choose.</summary>
sealed record MappedSchools(IReadOnlyList<SchoolRow> Schools, IReadOnlyList<SchoolPersonRow> People)
{
    /// <summary>The addresses that somebody alive typed; nobody gets one of them instead of his own.</summary>
    public IReadOnlySet<string> Typed { get; } =
        People.Where(person => !person.IsDeleted).Select(person => person.Address).OfType<string>().ToHashSet(StringComparer.Ordinal);

    public static async Task<MappedSchools> Read(DatabaseAddress legacy, CancellationToken cancellationToken)
    {
        await using var v1 = new DbContext(new DbContextOptionsBuilder().UseNpgsql(legacy.ConnectionString).Options);
        var (wanted, countries) = (new SchoolWanted("", "", "carry"), new SchoolCountries());
        var old = await Rows<LegacySchool>(v1, "School", cancellationToken);
        old.ForEach(countries.Learn);
        var schools = old.Select(school => SchoolMap.From(school, wanted)).OrderBy(school => school.Origin).ThenBy(school => school.CreatedAt).ToList();
        var map = new SchoolPeopleMap(countries, wanted, domain: null);
        Mapped<SchoolPersonRow>[] people =
        [
            .. (await Rows<LegacyTeacher>(v1, "Teacher", cancellationToken)).Select(map.From),
            .. (await Rows<LegacyParent>(v1, "Parent", cancellationToken)).Select(map.From),
            .. (await Rows<LegacyStudent>(v1, "Student", cancellationToken)).Select(map.From),
            .. (await Rows<LegacyStaffMember>(v1, "SchoolStaff", cancellationToken)).Select(map.From),
            .. (await Rows<LegacyRecessUser>(v1, "RecessUsers", cancellationToken)).Select(map.From),
        ];

        return new MappedSchools(schools, InOrder(schools, people.Select(mapped => mapped.Row!).Concat(schools.Where(HasLogin).Select(Admin))));
    }

    /// <summary>EF Core asks for columns by the names of properties; a list of subjects is read as text.</summary>
    static Task<List<TRow>> Rows<TRow>(DbContext v1, string table, CancellationToken cancellationToken)
    {
        var columns = typeof(TRow).GetConstructors()[0].GetParameters().Select(member =>
        {
            var name = member.GetCustomAttribute<LegacyColumnAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(member.Name!);
            return $"{SqlName.Quote(name)}{(member.ParameterType == typeof(string) ? "::text" : "")} as {SqlName.Quote(member.Name!)}";
        });
        var sql = $"select {string.Join(", ", columns)} from {SqlName.Quote(table)}";

        return v1.Database.SqlQueryRaw<TRow>(sql).ToListAsync(cancellationToken);
    }

    static bool HasLogin(SchoolRow school) => school.AdminId is not null;

    static SchoolPersonRow Admin(SchoolRow school) => new(
        Id: school.AdminId!.Value, Entity: "school_admin", LegacyId: school.LegacyId, Rank: 1, Role: "school_admin",
        SchoolKey: school.LegacyId, SchoolId: school.Id, FirstName: school.AdminFirstName, MiddleName: null, LastName: "Admin",
        EmailTyped: school.Email, Email: school.Email, Address: school.Address, Origin: school.Origin, Phone: null, PhoneRaw: null, PhoneTyped: null,
        PasswordHash: school.PasswordHash, PasswordAlgorithm: school.PasswordAlgorithm, MustChange: false, Picture: null, IsActive: school.IsActive,
        IsDeleted: school.IsDeleted, DeletedAt: school.DeletedAt, CreatedAt: school.CreatedAt, UpdatedAt: school.UpdatedAt, IsChosen: true, IsLeftOut: false);

    static List<SchoolPersonRow> InOrder(List<SchoolRow> schools, IEnumerable<SchoolPersonRow> people)
    {
        var since = schools.ToDictionary(school => school.Id, school => school.CreatedAt);
        return [.. people
            .OrderBy(person => person.Rank)
            .ThenBy(person => person.SchoolId is { } school ? since[school] : DateTimeOffset.MaxValue)
            .ThenBy(person => person.LegacyId, StringComparer.Ordinal)];
    }
}
