using System.Text.Json.Nodes;

namespace Schema.Seeding;

/// <summary>The rows that every database has from the start, parents before their children.</summary>
public static partial class ReferenceData
{
    const string Module = "permission_module";

    public static IReadOnlyList<ReferenceTable> Tables { get; } =
    [
        new("permission_modules", ["name"],
        [
            NewModule("attendance", "Attendance Management"),
            NewModule("billing", "Billing & Fees"),
            NewModule("reports", "Reports & Analytics"),
            NewModule("user_management", "User Management"),
            NewModule("communication", "Communication"),
            NewModule("academics", "Academic Management"),
        ]),
        new("permissions", ["name"],
        [
            NewPermission("view_attendance", "View Attendance", "attendance"),
            NewPermission("manage_attendance", "Manage Attendance", "attendance"),
            NewPermission("view_users", "View Users", "user_management"),
            NewPermission("manage_users", "Manage Users", "user_management"),
            NewPermission("view_academics", "View Academic Data", "academics"),
            NewPermission("manage_academics", "Manage Academic Data", "academics"),
            NewPermission("view_billing", "View Billing", "billing"),
            NewPermission("manage_billing", "Manage Billing", "billing"),
            NewPermission("view_reports", "View Reports", "reports"),
            NewPermission("generate_reports", "Generate Reports", "reports"),
            NewPermission("send_notifications", "Send Notifications", "communication"),
            NewPermission("manage_newsletters", "Manage Newsletters", "communication"),
        ]),
        new("roles", ["name"],
        [
            .. new[] { "hacker", "mentor", "admin", "school_admin", "teacher", "parent", "student", "staff", "recess_admin", "recess_staff" }.Select(Role),
        ]),
        .. School,
    ];

    static JsonObject NewModule(string name, string alias) => new()
    {
        ["id"] = ReferenceTable.Id(Module, name),
        ["name"] = name,
        ["alias"] = alias,
        ["is_active"] = true,
    };

    static JsonObject NewPermission(string name, string alias, string module) => new()
    {
        ["id"] = ReferenceTable.Id("permission", name),
        ["name"] = name,
        ["alias"] = alias,
        ["module_id"] = ReferenceTable.Id(Module, module),
        ["scope"] = "account",
    };

    static JsonObject Role(string name) => new() { ["id"] = ReferenceTable.Id("role", name), ["name"] = name };
}
