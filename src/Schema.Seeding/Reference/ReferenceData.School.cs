using System.Text.Json.Nodes;

namespace Schema.Seeding;

public static partial class ReferenceData
{
    const string System844 = "Kenya 8-4-4 Standard";
    const string Percentage = "Percentage System";
    const string Kenya844 = "kenya_8_4_4";

    static IEnumerable<ReferenceTable> School =>
    [
        new("grade_systems", ["name", "school_id"],
        [
            GradeSystem(System844, "Standard Kenyan grading system", "letter", isDefault: true),
            GradeSystem(Percentage, "0-100 percentage grading", "numeric", isDefault: false),
        ]),
        new("grades", ["grade_system_id", "name"], [.. Letters, .. Percentages]),
        new("curriculums", ["name"],
        [
            Curriculum(Kenya844, "Kenya 8-4-4 System"),
            Curriculum("british_curriculum", "British Curriculum"),
            Curriculum("american_curriculum", "American Curriculum"),
        ]),
        new("class_levels", ["curriculum_id", "name"],
        [
            Level("NURSERY", 3, 5),
            Level("PRE PRIMARY", 5, 7),
            Level("PRIMARY", 6, 14),
            Level("JUNIOR SECONDARY", 14, 16),
            Level("SENIOR SECONDARY", 16, 18),
        ]),
        new("classes", ["curriculum_id", "name"],
        [
            .. Enumerable.Range(1, 8).Select(number => Class($"Class {number}", number, "PRIMARY")),
            .. Enumerable.Range(7, 3).Select(number => Class($"Grade {number}", number + 2, "JUNIOR SECONDARY")),
            .. Enumerable.Range(10, 3).Select(number => Class($"Grade {number}", number + 2, "SENIOR SECONDARY")),
        ]),
        new("subject_categories", ["name"], [.. Subjects.Select(category => Category(category.Name))]),
        new("subjects", ["curriculum_id", "name"], [.. Subjects.SelectMany(category => category.Subjects.Select(name => Subject(name, category.Name)))]),
    ];

    static IEnumerable<JsonObject> Letters =>
    [
        Grade(System844, "A", 80, 100, "Excellent"),
        Grade(System844, "A-", 75, 79, "Very Good"),
        Grade(System844, "B+", 70, 74, "Good"),
        Grade(System844, "B", 65, 69, "Good"),
        Grade(System844, "B-", 60, 64, "Above Average"),
        Grade(System844, "C+", 55, 59, "Above Average"),
        Grade(System844, "C", 50, 54, "Average"),
        Grade(System844, "C-", 45, 49, "Below Average"),
        Grade(System844, "D+", 40, 44, "Below Average"),
        Grade(System844, "D", 35, 39, "Poor"),
        Grade(System844, "D-", 30, 34, "Poor"),
        Grade(System844, "E", 0, 29, "Fail"),
    ];

    static IEnumerable<JsonObject> Percentages =>
    [
        Grade(Percentage, "90-100", 90, 100, "Excellent"),
        Grade(Percentage, "80-89", 80, 89, "Very Good"),
        Grade(Percentage, "70-79", 70, 79, "Good"),
        Grade(Percentage, "60-69", 60, 69, "Above Average"),
        Grade(Percentage, "50-59", 50, 59, "Average"),
        Grade(Percentage, "40-49", 40, 49, "Below Average"),
        Grade(Percentage, "0-39", 0, 39, "Fail"),
    ];

    static IEnumerable<(string Name, string[] Subjects)> Subjects =>
    [
        ("Core", ["Mathematics", "English", "Kiswahili", "Science", "Social Studies"]),
        ("Secondary", ["Physics", "Chemistry", "Biology", "History", "Geography", "Computer Studies"]),
        ("Creative", ["Art and Craft", "Music", "Physical Education"]),
        ("Languages", ["French", "German", "Arabic"]),
    ];

    static JsonObject GradeSystem(string name, string description, string type, bool isDefault) => new()
    {
        ["id"] = ReferenceTable.Id("grade_system", name),
        ["name"] = name,
        ["description"] = description,
        ["grade_type"] = type,
        ["school_id"] = null,
        ["country"] = "Kenya",
        ["is_default"] = isDefault,
        ["is_predefined"] = true,
    };

    static JsonObject Grade(string system, string name, int least, int most, string remark) => new()
    {
        ["id"] = ReferenceTable.Id("grade", $"{system}/{name}"),
        ["grade_system_id"] = ReferenceTable.Id("grade_system", system),
        ["name"] = name,
        ["min_score"] = least,
        ["max_score"] = most,
        ["remark"] = remark,
    };

    static JsonObject Curriculum(string name, string alias) => new()
    {
        ["id"] = ReferenceTable.Id("curriculum", name),
        ["name"] = name,
        ["alias"] = alias,
        ["country"] = "Kenya",
        ["grade_system_id"] = ReferenceTable.Id("grade_system", System844),
        ["is_active"] = true,
    };

    static JsonObject Level(string name, int youngest, int oldest) => new()
    {
        ["id"] = ReferenceTable.Id("class_level", $"{Kenya844}/{name}"),
        ["curriculum_id"] = ReferenceTable.Id("curriculum", Kenya844),
        ["name"] = name,
        ["min_age"] = youngest,
        ["max_age"] = oldest,
    };

    static JsonObject Class(string name, int order, string level) => new()
    {
        ["id"] = ReferenceTable.Id("class", $"{Kenya844}/{name}"),
        ["curriculum_id"] = ReferenceTable.Id("curriculum", Kenya844),
        ["level_id"] = ReferenceTable.Id("class_level", $"{Kenya844}/{level}"),
        ["name"] = name,
        ["order"] = order,
        ["is_active"] = true,
    };

    static JsonObject Category(string name) => new() { ["id"] = ReferenceTable.Id("subject_category", name), ["name"] = name };

    static JsonObject Subject(string name, string category) => new()
    {
        ["id"] = ReferenceTable.Id("subject", $"{Kenya844}/{name}"),
        ["curriculum_id"] = ReferenceTable.Id("curriculum", Kenya844),
        ["category_id"] = ReferenceTable.Id("subject_category", category),
        ["name"] = name,
    };
}
