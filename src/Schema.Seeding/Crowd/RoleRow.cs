namespace Schema.Seeding;

sealed record RoleRow(Guid UserId, Guid RoleId, string ScopeType, string ScopeKey)
{
    public static readonly Guid Hacker = Guid.Parse(ReferenceTable.Id("role", "hacker"));
    public static readonly Guid Mentor = Guid.Parse(ReferenceTable.Id("role", "mentor"));
    public static readonly Guid Admin = Guid.Parse(ReferenceTable.Id("role", "admin"));

    public static RoleRow Of(CrowdPerson person) => new(
        person.Id,
        person.Dice(Trait.Role).Below(1000) switch
        {
            < 5 => Admin,
            < 85 => Mentor,
            _ => Hacker,
        },
        "global",
        "");
}
