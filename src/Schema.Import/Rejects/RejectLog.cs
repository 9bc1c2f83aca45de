using System.Text.Encodings.Web;
using System.Text.Json;

namespace Schema.Import;

/// <summary>The rejects of one step: counted, the first ones remembered, all of them in a file of JSON lines that only its owner may read.</summary>
sealed class RejectLog(string folder, string import, string step) : IAsyncDisposable
{
    const int Remembered = 1000;
    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly List<Reject> first = [];
    FileStream? file;

    public long Count { get; private set; }

    public IReadOnlyList<Reject> First => first;

    public string Path { get; } = System.IO.Path.Combine(folder, $"{Slug(import)}.{Slug(step)}.jsonl");

    /// <summary>The file of an earlier run says nothing about this one.</summary>
    public void Forget()
    {
        if (File.Exists(Path))
            File.Delete(Path);
    }

    public void Add(Reject reject, IReadOnlyDictionary<string, string?> row)
    {
        if (Count++ < Remembered)
            first.Add(reject);

        using var json = new Utf8JsonWriter(file ??= Create(), Plain);
        json.WriteStartObject();
        json.WriteString("position", reject.Position);
        json.WriteString("entity", reject.Entity);
        json.WriteString("key", reject.Key);
        json.WriteString("reason", reject.Reason);
        json.WriteStartObject("row");
        foreach (var (column, value) in row)
            json.WriteString(column, value);

        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        file.WriteByte((byte)'\n');
    }

    public ValueTask DisposeAsync() => file?.DisposeAsync() ?? ValueTask.CompletedTask;

    FileStream Create()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(Path, options);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SchemaException(
                ExitCode.Usage, $"Rejected rows cannot be written to {Path}: {failure.Message}", "Nothing was changed. Name another folder: --rejects DIR", failure);
        }
    }

    static string Slug(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' ? letter : '-'));
}
