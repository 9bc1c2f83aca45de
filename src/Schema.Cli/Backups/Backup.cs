using Schema.Import;

namespace Schema.Cli;

/// <summary>A complete copy of a database in one file, readable by its owner alone.</summary>
sealed record Backup(string Path, long Size)
{
    public static async Task<Backup> Take(
        Invocation invocation, TargetDatabase database, FileInfo? file, CancellationToken cancellationToken)
    {
        var path = (file ?? Default(invocation, database)).FullName;
        if (File.Exists(path))
            throw new SchemaException(ExitCode.Guarded, $"{path} is there already; a backup is never written over.", "Name another file.");

        await using var connection = await database.Open(cancellationToken);
        var program = await PgDump.For(connection.PostgreSqlVersion.Major, cancellationToken);
        await Write(program, database, path, cancellationToken);

        var backup = new Backup(path, new FileInfo(path).Length);
        invocation.Screen.Note($"backup: {backup.Path} ({backup.Size / 1024d:N0} KiB)");
        return backup;
    }

    /// <summary>The line that brings it back; a password is asked for or taken from PGPASSWORD.</summary>
    public string Restore(TargetDatabase database)
    {
        var address = database.Address.ClientEnvironment();
        var user = address.TryGetValue("PGUSER", out var name) ? $" --username={name}" : "";
        return $"pg_restore --clean --if-exists --exit-on-error --single-transaction --host={address["PGHOST"]} --port={address["PGPORT"]}{user} --dbname={address["PGDATABASE"]} {Path}";
    }

    static async Task Write(PgDump program, TargetDatabase database, string path, CancellationToken cancellationToken)
    {
        // Under another name until it is complete: a file of the right name is a whole backup.
        var partial = $"{path}.{Environment.ProcessId}.partial";
        try
        {
            Create(partial);
            await program.Run(database.Address.ClientEnvironment(), partial, cancellationToken);
            File.Move(partial, path, overwrite: false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SchemaException(ExitCode.Usage, $"The backup cannot be written: {error.Message}", "Name a file that can be written.", error);
        }
        finally
        {
            if (File.Exists(partial))
                File.Delete(partial);
        }
    }

    static FileInfo Default(Invocation invocation, TargetDatabase database)
    {
        var root = ProjectFolder.Above(invocation.Settings.Directory) ?? invocation.Settings.Directory;
        var name = string.Join('_', database.Address.Database.Split(System.IO.Path.GetInvalidFileNameChars()));

        return new(System.IO.Path.Combine(root, "artifacts", "backups", $"{name}-{DateTime.UtcNow:yyyyMMdd'T'HHmmss'Z'}.dump"));
    }

    static void Create(string path)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        new FileStream(path, options).Dispose();
    }
}
