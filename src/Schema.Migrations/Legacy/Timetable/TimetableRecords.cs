namespace Schema.Migrations.Timetable;

// The dump and the tables say the same in the same words: each record is both what is read and what is written.

public sealed record ThingRow(int Id, int? ParentId, string Pathid, string Fullpath, string Name, string Data, string Type, string Fullname);

public sealed record EventsourceRow(
    int Id, bool Current, DateTimeOffset Versionstamp, string Data, string Title, string Sourcetype, string? Sourceurl, string Sourcefile, int? MasterId);

public sealed record EventRow(
    int Id,
    bool Current,
    DateTimeOffset Versionstamp,
    string Data,
    DateTimeOffset Start,
    DateTimeOffset End,
    string Starttz,
    string Endtz,
    string Title,
    string Location,
    string Uid,
    int? MasterId,
    int? SourceId,
    short Status);

public sealed record EventsourcetagRow(int Id, string? Annotation, int ThingId, int EventsourceId);

public sealed record EventtagRow(int Id, string? Annotation, int ThingId, int EventId);

public sealed record ThingtagRow(int Id, string? Annotation, int ThingId, int TargetthingId);

public sealed record ThinglockRow(int Id, int ThingId, int OwnerId, DateTimeOffset Expires, string Name);
