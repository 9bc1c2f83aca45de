using System.Text;

namespace Schema.Import.Transfer;

/// <summary>The ids of a table's rows by another column that names them.</summary>
sealed class Lookup(string table, string name, string id)
{
    readonly Dictionary<string, byte[]?> ids = new(StringComparer.Ordinal);

    public string Shown => $"{table}.{name}";

    public async Task Load(TransferSource source, IReadOnlyList<SourceTable> tables, CancellationToken cancellationToken)
    {
        var found = tables.FirstOrDefault(candidate => candidate.Name == table);
        var columns = new[] { name, id }.Select(column => found?.Columns.FirstOrDefault(candidate => candidate.Name == column)).OfType<SourceColumn>().ToList();
        if (found is null || columns.Count < 2)
            throw new SchemaException(
                ExitCode.Usage, $"--repair looks {name} and {id} up in {table}, which the source does not have.", "Names are written exactly as the source has them.");

        await using var rows = await source.Rows(found, columns, cancellationToken);
        while (await rows.Read(cancellationToken))
            if (!rows.IsNull(0) && !rows.IsNull(1))
                Add(Encoding.UTF8.GetString(rows[0]), rows[1].ToArray());
    }

    /// <summary>The id that a name stands for; a name that two rows bear stands for none.</summary>
    public byte[]? Find(ReadOnlySpan<byte> value) => ids.GetValueOrDefault(Encoding.UTF8.GetString(value));

    void Add(string key, byte[] value)
    {
        if (!ids.TryAdd(key, value))
            ids[key] = null;
    }
}
