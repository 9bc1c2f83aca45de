using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Schema.Import.Transfer;

/// <summary>What an export's folder says of itself. It is written last: a folder without it is no export.</summary>
sealed record ExportManifest(string Format, string Source, DateTimeOffset Snapshot, IReadOnlyList<ExportedTable> Tables)
{
    public const string FileName = "manifest.json";
    public const string Known = "schema export 1";

    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = false,
        WriteIndented = true,
    };

    public static async Task<ExportManifest> Read(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            await using var file = File.OpenRead(path);
            var manifest = await JsonSerializer.DeserializeAsync<ExportManifest>(file, Json, cancellationToken);
            if (manifest is { Format: Known, Source: not null, Tables: not null } && manifest.Tables.All(IsWhole))
                return manifest;
        }
        catch (JsonException)
        {
            // Said below, as for JSON of another form.
        }

        throw new SchemaException(
            ExitCode.DataRefused, $"{path} is not the manifest of an export: JSON with the format '{Known}' was expected.", "Nothing was changed. Export again.");
    }

    public async Task Write(string folder, CancellationToken cancellationToken)
    {
        await using var file = ExportFile.Create(Path.Combine(folder, FileName));
        await JsonSerializer.SerializeAsync(file, this, Json, cancellationToken);
    }

    /// <summary>A file elsewhere is none of the export's.</summary>
    static bool IsWhole(ExportedTable table) => table is { Name: not null, File: not null, Sha256: not null, Columns: not null }
        && Path.GetFileName(table.File) == table.File && table.Columns.All(column => column is { Name: not null, Type: not null });
}

/// <summary>One file of an export, and the table that it was.</summary>
sealed record ExportedTable(string Name, string File, long Rows, long Bytes, string Sha256, IReadOnlyList<ExportedColumn> Columns)
{
    public IReadOnlyList<string> Key { get; init; } = [];
}

/// <summary>One column, with how many NULLs it held.</summary>
sealed record ExportedColumn(string Name, SourceType Type, bool IsNullable, long Nulls)
{
    public bool IsGenerated { get; init; }

    public string? PostgresType { get; init; }
}
