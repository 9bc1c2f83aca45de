namespace Schema.Migrations;

/// <summary>V1 keeps UTC in columns without a zone.</summary>
static class SchoolMoment
{
    public static DateTimeOffset Utc(DateTime moment) => new(DateTime.SpecifyKind(moment, DateTimeKind.Utc));
}
