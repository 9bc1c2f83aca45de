using System.Runtime.CompilerServices;

namespace Schema.Import;

/// <summary>
/// A file that Django's <c>dumpdata</c> wrote. Who reads it first reads all of it and notes where each model lies;
/// the steps after that read the rows of their own model alone.
/// </summary>
sealed class DjangoSession(string file) : SourceSession
{
    public const string Place = "a Django dump";

    (DjangoModels Models, (long, DateTime) Of)? noted;

    public override string Description => $"dump {file}";

    /// <summary>A file that was written over meanwhile is read anew.</summary>
    DjangoModels? Noted => noted is { } known && known.Of == Version() ? known.Models : null;

    public static Task<SourceSession> Open(string file) => File.Exists(file)
        ? Task.FromResult<SourceSession>(new DjangoSession(file))
        : throw new SchemaException(ExitCode.Unreachable, $"There is no file {file}; a dump of manage.py dumpdata is expected there.");

    /// <summary>All rows; those of one model are read with <see cref="Of"/>.</summary>
    public DjangoRows Rows() => new(
        new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, useAsync: true),
        Path.GetFileName(file));

    /// <summary>Goes from one row of a model to the next; <see cref="DjangoRows.Row"/> is where it stands.</summary>
    public IAsyncEnumerable<DjangoRow> Of(byte[] model, DjangoRows rows, CancellationToken cancellationToken) =>
        Noted is { AreScattered: false } known ? Known(known.Of(model), rows, cancellationToken) : Found(model, rows, cancellationToken);

    /// <summary>How many rows there are of each model.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountModels(CancellationToken cancellationToken)
    {
        if (Noted is { } known)
            return known.Rows();

        await using var rows = Rows();
        await foreach (var _ in Found([], rows, cancellationToken))
        {
        }

        return noted!.Value.Models.Rows();
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static async IAsyncEnumerable<DjangoRow> Known(
        IEnumerable<DjangoRun> runs, DjangoRows rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var run in runs)
        {
            rows.GoTo(run.Place);
            for (var number = 0L; number < run.Rows; number++)
            {
                if (!await rows.Read(cancellationToken) || !rows.Row.Is(run.Model))
                    throw rows.Row.Refused($"it was {run.Name} when the dump was read before");

                yield return rows.Row;
            }
        }
    }

    async IAsyncEnumerable<DjangoRow> Found(byte[] model, DjangoRows rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (found, version) = (new DjangoModels(), Version());
        for (var place = rows.Place; await rows.Read(cancellationToken); place = rows.Place)
        {
            found.Add(place, rows.Row);
            if (rows.Row.Is(model))
                yield return rows.Row;
        }

        noted = (found, version);
    }

    (long, DateTime) Version()
    {
        var now = new FileInfo(file);
        return (now.Length, now.LastWriteTimeUtc);
    }
}
