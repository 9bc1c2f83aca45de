using Schema.Import;

namespace Schema.Migrations;

/// <summary>Which rows a run brings, as its options say; the others are read all the same, for what they hold decides too.</summary>
public sealed class SchoolWanted
{
    static readonly string[] Known = ["schools", "admins", "teachers", "parents", "students", "links", "staff", "recess"];

    static readonly FilterEntity[] Filterable =
    [
        FilterEntity.Of<LegacySchool>("schools"),
        FilterEntity.Of<LegacyTeacher>("teachers"),
        FilterEntity.Of<LegacyParent>("parents"),
        FilterEntity.Of<LegacyStudent>("students"),
        FilterEntity.Of<LegacyStaffMember>("staff"),
        FilterEntity.Of<LegacyRecessUser>("recess"),
    ];

    readonly HashSet<string> entities;
    readonly Dictionary<string, RowFilter> filters;
    readonly bool leavesDeleted;

    /// <param name="entities">Words separated by commas; empty for all.</param>
    /// <param name="filter">Conditions over the legacy rows.</param>
    /// <param name="deleted"><c>carry</c> or <c>leave</c>.</param>
    public SchoolWanted(string entities, string filter, string deleted)
    {
        this.entities = Entities(entities);
        var parsed = RowFilters.Parse(filter, Filterable);
        filters = Filterable.ToDictionary(entity => entity.Name, entity => parsed.For(entity.Name));
        leavesDeleted = deleted switch
        {
            "carry" => false,
            "leave" => true,
            _ => throw new SchemaException(ExitCode.Usage, $"--deleted is '{deleted}'; it takes carry or leave.", "carry brings deleted rows as deleted, leave leaves them out."),
        };
    }

    /// <summary>A link needs its student and its parent; whoever brings one of them brings the links that are complete then.</summary>
    public bool HasLinks => entities.Overlaps(["links", "students", "parents"]);

    public bool Has(LegacySchool school) => Has("schools", school, school.IsDeleted);

    /// <summary>Who runs a school comes with it, or alone.</summary>
    public bool HasAdminOf(LegacySchool school) =>
        entities.Overlaps(["schools", "admins"]) && filters["schools"].Holds(school) && !LeavesOut(school.IsDeleted);

    public bool Has(LegacyTeacher teacher) => Has("teachers", teacher, teacher.IsDeleted);

    public bool Has(LegacyParent parent) => Has("parents", parent, parent.IsDeleted);

    public bool Has(LegacyStudent student) => Has("students", student, student.IsDeleted);

    public bool Has(LegacyStaffMember member) => Has("staff", member, isDeleted: false);

    public bool Has(LegacyRecessUser user) => Has("recess", user, isDeleted: false);

    public bool LeavesOut(bool isDeleted) => isDeleted && leavesDeleted;

    bool Has(string entity, object row, bool isDeleted) =>
        entities.Contains(entity) && !LeavesOut(isDeleted) && filters[entity].Holds(row);

    static HashSet<string> Entities(string text)
    {
        string[] named = text.Length == 0 ? Known : text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (named.FirstOrDefault(name => !Known.Contains(name)) is { } unknown)
            throw new SchemaException(ExitCode.Usage, $"--entities has '{unknown}', which is none of them.", $"Known are {string.Join(", ", Known)}.");

        return [.. named];
    }
}
