using Schema.Import.MySql;

namespace Schema.Import.Transfer;

/// <summary>A database, or what was exported from one, that is read as a whole, from one snapshot, read-only.</summary>
abstract class TransferSource : IAsyncDisposable
{
    /// <summary>Where it is, without secrets.</summary>
    public abstract string Description { get; }

    public abstract DateTimeOffset Snapshot { get; }

    /// <summary>What a person should know of it.</summary>
    public virtual IReadOnlyList<string> Notes => [];

    /// <summary>Whether it can be asked for rows that meet a condition.</summary>
    public virtual bool AnswersConditions => true;

    public static async Task<TransferSource> Open(string location, CancellationToken cancellationToken) => MySqlAddress.Names(location)
        ? new MySqlTransferSource(await MySqlConnection.Open(MySqlAddress.Parse(location), cancellationToken))
        : Directory.Exists(location) ? await FolderSource.OpenFolder(location, cancellationToken)
        : await PostgresTransferSource.Open(DatabaseAddress.Parse(location), cancellationToken);

    public abstract Task<IReadOnlyList<SourceTable>> Tables(CancellationToken cancellationToken);

    /// <summary>The rows of a table, those columns only, in that order; all of them, or what a clause behind the table's name leaves.</summary>
    public abstract Task<SourceRows> Rows(
        SourceTable table, IReadOnlyList<SourceColumn> columns, CancellationToken cancellationToken, string? only = null);

    /// <summary>How many rows there are, and how many of them meet each condition.</summary>
    public abstract Task<long[]> Count(SourceTable table, IReadOnlyList<string> conditions, CancellationToken cancellationToken);

    /// <summary>Which database of which PostgreSQL server this is, if it is one.</summary>
    public virtual Task<string?> Identity(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public abstract ValueTask DisposeAsync();
}

/// <summary>A table of the source: its columns, and those of its primary key.</summary>
sealed record SourceTable(string Name, IReadOnlyList<SourceColumn> Columns, IReadOnlyList<string> Key, long EstimatedRows)
{
    /// <summary>What the source calls it in a statement.</summary>
    public required string Quoted { get; init; }

    /// <summary>Whether the snapshot holds for it.</summary>
    public bool IsInSnapshot { get; init; } = true;

    /// <summary>Whether there are rows of earlier times, which are not read.</summary>
    public bool KeepsHistory { get; init; }

    /// <summary>About how many bytes it has, to tell how much of everything it is.</summary>
    public long EstimatedBytes { get; init; }

    /// <summary>What is not to be had of it.</summary>
    public IEnumerable<string> Warnings()
    {
        if (!IsInSnapshot)
            yield return $"{Name} is in no snapshot, because its engine has none: nobody may write to it meanwhile";
        if (KeepsHistory)
            yield return $"{Name} keeps its history (it is system versioned): its rows as they are now are taken, earlier ones are not";
    }
}

/// <summary>A column of the source, with the expression that gives its exact value.</summary>
sealed record SourceColumn(string Name, SourceType Type, bool IsNullable, string Expression)
{
    public bool IsGenerated { get; init; }

    /// <summary>How many NULLs it holds, where that is known beforehand.</summary>
    public long? Nulls { get; init; }

    /// <summary>PostgreSQL's full name of the type, where the source is one.</summary>
    public string? PostgresType { get; init; }
}

/// <summary>Rows of the source as bytes of text.</summary>
abstract class SourceRows : IAsyncDisposable
{
    /// <summary>A field of the current row, valid until the next one is read; empty when it is NULL.</summary>
    public abstract ReadOnlySpan<byte> this[int field] { get; }

    public abstract long Bytes { get; }

    public abstract bool IsNull(int field);

    public abstract ValueTask<bool> Read(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
