using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using Schema.Import;

namespace Schema.Migrations.Timetable;

/// <summary>Rights as CSV: subject, user, user data; no header, comma, CRLF, quotes where they are needed.</summary>
public static class PermissionFile
{
    const int Columns = 3;
    static readonly char[] Separators = [';', '\t', '|'];

    public static async Task Write(Stream output, IEnumerable<EditRight> permissions, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true);
        foreach (var permission in permissions)
            await writer.WriteAsync(CsvLine.Of([permission.Subject, permission.Holder, permission.Data]).AsMemory(), cancellationToken);
    }

    /// <summary>Reads what a person may have edited; a row that cannot be one of ours is an error with its line.</summary>
    public static async IAsyncEnumerable<EditRight> Read(Stream input, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var records = new CsvRecords(input, name, (byte)',');
        while (await records.Read(cancellationToken))
        {
            if (!Utf8.IsValid(records.Whole))
                throw Refused(name, records.Line, "it is not valid UTF-8");

            string[] fields = [.. Enumerable.Range(0, records.Count).Select(field => Encoding.UTF8.GetString(records[field]))];
            if (fields.Any(field => field.Length > 0))
                yield return Checked(fields, name, records.Line);
        }
    }

    static EditRight Checked(string[] fields, string name, long line)
    {
        // A spreadsheet may add empty columns at the end.
        if (fields.Length < Columns || fields.Skip(Columns).Any(field => field.Length > 0))
            throw Refused(name, line, $"{Counted(fields.Length)}, {Columns} are expected: subject, user, user data{Separator(fields)}");

        if (!ThingPath.IsUser(fields[1]))
            throw Refused(name, line, $"the user is '{fields[1]}', user/NAME is expected");

        if (fields[1].EnumerateRunes().Count() > ThingPath.Longest)
            throw Refused(name, line, string.Create(CultureInfo.InvariantCulture, $"the user's path is longer than {ThingPath.Longest:N0} characters"));

        return fields[2].Contains('\0') || fields[1].Contains('\0')
            ? throw Refused(name, line, "it holds a NUL character")
            : new EditRight(fields[0], fields[1], fields[2]);
    }

    static string Counted(int fields) => fields == 1 ? "it has 1 column" : string.Create(CultureInfo.InvariantCulture, $"it has {fields} columns");

    static string Separator(string[] fields) =>
        fields.Length == 1 && fields[0].IndexOfAny(Separators) is >= 0 and var at
            ? $"; the separator is a comma, not {(fields[0][at] == '\t' ? "a tab" : $"'{fields[0][at]}'")}"
            : "";

    static SchemaException Refused(string name, long line, string problem) => new(
        ExitCode.DataRefused,
        string.Create(CultureInfo.InvariantCulture, $"{name}, line {line:N0}: {problem}."),
        "Nothing was written. Correct the line and run it again.");
}
