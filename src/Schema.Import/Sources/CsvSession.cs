namespace Schema.Import;

/// <summary>A folder of CSV files, or a single one.</summary>
sealed class CsvSession(string location) : SourceSession
{
    string? single;
    CsvRecords? reading;
    long length;

    public override string Description => $"csv {location}";

    public override string PositionWord => "line";

    /// <summary>How much of the file that is being read is read; none, where its size is not known.</summary>
    public double? Share => length > 0 ? (double)reading!.Position / length : null;

    public void Reading(CsvRecords records, long size) => (reading, length) = (records, size);

    public bool Has(string name) => System.IO.File.Exists(Path.Combine(location, name));

    /// <summary>The file that an import calls by a name.</summary>
    public string File(string name)
    {
        if (Directory.Exists(location))
            return Existing(Path.Combine(location, name), name);

        single ??= name;
        if (single != name)
            throw new SchemaException(
                ExitCode.Usage,
                $"The source {location} is one file, and the import reads several: {single}, {name}.",
                "Name the folder that holds them.");

        return Existing(location, name);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static string Existing(string path, string name) => System.IO.File.Exists(path)
        ? path
        : throw new SchemaException(ExitCode.Unreachable, $"There is no file {Path.GetFullPath(path)}; {name} is expected there.", "Name the folder that holds it, or the file.");
}
