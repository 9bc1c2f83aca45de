using Npgsql;

namespace Schema.Import;

/// <summary>Reads the shape of a live database from pg_catalog, in two round trips and with no privilege but CONNECT.</summary>
public static class LiveCatalogue
{
    static readonly (CatalogueKind Kind, string Sql)[] Queries =
    [
        (CatalogueKind.Schema, ObjectQueries.Schemas),
        (CatalogueKind.Enum, ObjectQueries.Enums),
        (CatalogueKind.Domain, ObjectQueries.Domains),
        (CatalogueKind.Function, ObjectQueries.Functions),
        (CatalogueKind.Sequence, ObjectQueries.Sequences),
        (CatalogueKind.View, ObjectQueries.Views),
        (CatalogueKind.Table, TableQueries.Tables),
        (CatalogueKind.Column, TableQueries.Columns),
        (CatalogueKind.Constraint, TableQueries.Constraints),
        (CatalogueKind.Index, TableQueries.Indexes),
        (CatalogueKind.Trigger, TableQueries.Triggers),
    ];

    public static async Task<Catalogue> Read(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var before = await StableSettings.Current(connection, cancellation);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(StableSettings.Hold());
        foreach (var (_, sql) in Queries)
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        batch.BatchCommands.Add(StableSettings.Restore(before));

        try
        {
            return await Read(batch, cancellation);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new CatalogueLockedException(connection.Database, error);
        }
    }

    static async Task<Catalogue> Read(NpgsqlBatch batch, CancellationToken cancellation)
    {
        var lines = new List<CatalogueLine>();
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        foreach (var (kind, _) in Queries)
        {
            await reader.NextResultAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
                if (Line(kind, reader) is { } line)
                    lines.Add(line);
        }

        return new Catalogue(lines);
    }

    /// <summary>A definition is NULL where another session dropped the object meanwhile: then it is not there.</summary>
    static CatalogueLine? Line(CatalogueKind kind, NpgsqlDataReader row) => row.IsDBNull(3)
        ? null
        : CatalogueLine.Of(
            kind,
            row.GetString(0),
            row.IsDBNull(1) ? null : row.GetString(1),
            row.GetString(2),
            kind == CatalogueKind.View ? ViewText.Normal(row.GetString(3)) : row.GetString(3));
}
