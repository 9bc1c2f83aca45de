using System.Buffers;
using System.Text;
using Schema.Import;

namespace Schema.Migrations;

/// <summary>Conflicts as CSV for a person to decide: a header, commas, CRLF, quotes where they are needed, readable by the owner alone.</summary>
public static class ConflictFile
{
    public static readonly IReadOnlyList<string> Columns =
        ["decision_key", "entity", "legacy_key", "field", "value", "with", "proposed", "decision", "target"];

    static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    /// <summary>Writes a new file, whole or not at all; one that is there may hold somebody's decisions and is left alone.</summary>
    public static async Task Write(string path, IEnumerable<SchoolConflict> conflicts, CancellationToken cancellationToken)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}";
        try
        {
            await using (var file = new FileStream(temporary, Options()))
            {
                await WriteTo(file, conflicts, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new SchemaException(
                ExitCode.Guarded, $"{path} is there already and may hold decisions; it is not written over.", "Move it away, or name another file.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SchemaException(ExitCode.Usage, $"{path} cannot be written: {failure.Message}", "Name a file in a folder that exists.", failure);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    static async Task WriteTo(Stream output, IEnumerable<SchoolConflict> conflicts, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true);
        await writer.WriteAsync(Line(Columns).AsMemory(), cancellationToken);
        foreach (var conflict in conflicts)
            await writer.WriteAsync(Line(Fields(conflict)).AsMemory(), cancellationToken);
    }

    static string[] Fields(SchoolConflict conflict) =>
    [
        conflict.DecisionKey, conflict.Person.Entity, conflict.Person.LegacyKey, conflict.Field, conflict.Value,
        conflict.With.ToString(), conflict.Proposed, ConflictWords.Of(conflict.Decision), "",
    ];

    static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(Field)) + "\r\n";

    static string Field(string text) => text.AsSpan().ContainsAny(NeedQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        return options;
    }
}
