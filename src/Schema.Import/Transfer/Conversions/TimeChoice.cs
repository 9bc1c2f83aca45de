namespace Schema.Import.Transfer;

/// <summary>Dates and times.</summary>
static class TimeChoice
{
    public static Conversion? For(SourceType source, TransferColumn target) => target.Type.Name switch
    {
        "date" => source.Kind is SourceKind.Date or SourceKind.DateTime ? new DateConversion(target.IsNullable) : null,
        "timestamp" => source.Kind switch
        {
            SourceKind.Date or SourceKind.DateTime => Timestamp(target, isInstant: false),
            SourceKind.Instant => Timestamp(target, isInstant: false, "the instant's time in UTC"),
            _ => null,
        },
        "timestamptz" => source.Kind switch
        {
            SourceKind.Instant => Timestamp(target, isInstant: true),
            SourceKind.DateTime => Timestamp(target, isInstant: true, "taken as UTC, for it has no zone"),
            _ => null,
        },
        "time" => source.Kind == SourceKind.Time ? new TimeConversion(target.Type.SecondPlaces, isInterval: false) : null,
        "interval" => source.Kind == SourceKind.Time ? new TimeConversion(IntervalPlaces(target.Type.Modifier), isInterval: true) : null,
        _ => null,
    };

    static TimestampConversion Timestamp(TransferColumn target, bool isInstant, string? rule = null) =>
        new(target.Type.SecondPlaces, isInstant, target.IsNullable, rule);

    /// <summary>The lower half of an interval's modifier; all bits set where nothing was said.</summary>
    static int IntervalPlaces(int modifier) => modifier < 0 || (modifier & 0xffff) > 6 ? 6 : modifier & 0xffff;
}
