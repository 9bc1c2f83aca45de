using System.Security.Cryptography;

namespace Schema.Import.Transfer;

/// <summary>Whether the files of an export are, byte for byte, those that were written.</summary>
static class FolderCheck
{
    const int Chunk = 1 << 20;

    public static async Task Run(string folder, ExportManifest manifest, CancellationToken cancellationToken)
    {
        var problems = new string?[manifest.Tables.Count];
        await Parallel.ForEachAsync(
            manifest.Tables.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken },
            async (item, cancel) => problems[item.Index] = await Problem(folder, item.Item, cancel));

        if (problems.OfType<string>().ToList() is { Count: > 0 } found)
            throw new SchemaException(
                ExitCode.DataRefused,
                $"{folder} is not the export that its manifest describes:\n  {string.Join("\n  ", found)}",
                "Nothing was changed. Export again; a file that was edited is another one.");
    }

    static async Task<string?> Problem(string folder, ExportedTable table, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, table.File);
        if (!File.Exists(path))
            return $"{table.File} is missing";

        await using var file = ExportFile.Open(path);
        if (file.Length != table.Bytes)
            return $"{table.File} has {file.Length:N0} bytes where {table.Bytes:N0} were written";

        return await Digest(file, cancellationToken) == table.Sha256 ? null : $"{table.File} holds other bytes than were written: its SHA-256 differs";
    }

    static async Task<string> Digest(FileStream file, CancellationToken cancellationToken)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = new byte[Chunk];
        while (await file.ReadAsync(bytes, cancellationToken) is > 0 and var read)
            digest.AppendData(bytes, 0, read);

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }
}
