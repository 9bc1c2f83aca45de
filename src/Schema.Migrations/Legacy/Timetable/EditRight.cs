namespace Schema.Migrations.Timetable;

/// <summary>A user's right to edit a subject, with the data the user had: a row of the permissions file.</summary>
public sealed record EditRight(string Subject, string Holder, string Data);
