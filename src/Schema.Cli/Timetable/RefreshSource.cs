using Npgsql;
using Schema.Import;
using Schema.Migrations.Timetable;

namespace Schema.Cli;

/// <summary>What a refresh puts in place of the old content.</summary>
abstract class RefreshSource : IAsyncDisposable
{
    /// <summary>The dump that the import reads.</summary>
    public abstract string File { get; }

    /// <summary>What to do about a row that cannot be read or written.</summary>
    public abstract string Correction { get; }

    /// <summary>Says what will come, and refuses what must not; it is asked before the question and again under the locks.</summary>
    public abstract Task<DataImport> Decide(NpgsqlConnection connection, Action<string> say, CancellationToken cancellationToken);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>A dump that a refresh saved: everything in it, as it was.</summary>
sealed class SavedSource(FileInfo file) : RefreshSource
{
    public override string File => file.FullName;

    public override string Correction => $"Correct the row in {file}.";

    public override Task<DataImport> Decide(NpgsqlConnection connection, Action<string> say, CancellationToken cancellationToken) =>
        System.IO.File.Exists(File)
            ? Task.FromResult<DataImport>(new TimetableImport())
            : throw new SchemaException(ExitCode.Unreachable, $"There is no file {file}.");
}
