using System.Text.Json;

namespace Schema.Import.Transfer;

/// <summary>A folder that the old scripts exported: <c>migration_manifest.json</c>, and files whose types only the target can tell.</summary>
static class ScriptExport
{
    public const string FileName = "migration_manifest.json";

    /// <summary>What the scripts wrote over; it is said, because nothing brings it back.</summary>
    static readonly string[] Lost =
    [
        "the old scripts wrote this export: line breaks in its texts are lost, each LF became a blank and each CR nothing",
        "an empty char(36) was exported as NULL, and cannot be told from one",
        "the files bear no types and no digests: values are read as the target's types demand, and only the numbers of rows can be checked",
        "the tables are of no single moment: the export read them one after the other",
    ];

    public static async Task<TransferSource> Open(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, FileName);
        using var json = await Parse(path, cancellationToken);
        var files = new List<FolderTable>();
        try
        {
            var info = json.RootElement.GetProperty("export_info");
            foreach (var table in json.RootElement.GetProperty("tables").EnumerateObject())
                files.Add(await Table(folder, table.Name, table.Value.GetProperty("rows").GetInt64(), cancellationToken));

            await Count(files, cancellationToken);
            return new FolderSource(
                $"{folder} (mysql database {info.GetProperty("source_database").GetString()})", Moment(info.GetProperty("timestamp").GetString()), files, Lost);
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw NoManifest(path);
        }
    }

    static async Task<JsonDocument> Parse(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonDocument.ParseAsync(file, cancellationToken: cancellationToken);
        }
        catch (JsonException)
        {
            throw NoManifest(path);
        }
    }

    static SchemaException NoManifest(string path) => new(
        ExitCode.DataRefused, $"{path} is not the manifest of the old scripts: export_info and tables with their rows were expected.", "Nothing was changed. Export again.");

    static async Task<FolderTable> Table(string folder, string name, long rows, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, $"{Path.GetFileName(name)}.csv");
        if (!File.Exists(path))
            throw new SchemaException(ExitCode.DataRefused, $"{path} is missing; the manifest names it with {rows:N0} rows.", "Nothing was changed. Export again.");

        var columns = (await FolderTable.Header(path, cancellationToken))
            .Select(column => new SourceColumn(column, new(SourceKind.Untyped, "not known"), IsNullable: true, column));
        return new(path, new(name, [.. columns], [], rows) { Quoted = name, EstimatedBytes = new FileInfo(path).Length }, rows);
    }

    /// <summary>A query that failed left an empty file beside the right number, so every file is read to its end first.</summary>
    static async Task Count(List<FolderTable> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            await using var rows = new FolderRows(await file.Open(cancellationToken), file, []);
            while (await rows.Read(cancellationToken))
            {
            }
        }
    }

    /// <summary>ISO 8601, or the scripts' own <c>20251127_160941</c>.</summary>
    static DateTimeOffset Moment(string? text) =>
        DateTimeOffset.TryParseExact(text, "yyyyMMdd_HHmmss", null, System.Globalization.DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : DateTimeOffset.Parse(text ?? "", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);
}
