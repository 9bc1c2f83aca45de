namespace Schema.Migrations;

/// <summary>The country of each school: a telephone number without one is read as its school's. Schools are read before people.</summary>
public sealed class SchoolCountries
{
    public const string Default = "Kenya";

    readonly Dictionary<string, string> countries = new(StringComparer.Ordinal);

    public void Learn(LegacySchool school) => countries[school.Id] = Of(school);

    public string Of(string? school) => school is not null && countries.TryGetValue(school, out var country) ? country : Default;

    public static string Of(LegacySchool school) => PlainText.Trimmed(school.Country) ?? Default;
}
