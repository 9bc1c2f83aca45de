namespace Schema.Import.Transfer;

/// <summary>A folder of CSV files as a source: an export of ours, or one of the old scripts'.</summary>
sealed class FolderSource(string description, DateTimeOffset snapshot, IReadOnlyList<FolderTable> files, IReadOnlyList<string> notes) : TransferSource
{
    public override string Description => description;

    public override DateTimeOffset Snapshot => snapshot;

    public override IReadOnlyList<string> Notes => notes;

    public override bool AnswersConditions => false;

    public static Task<TransferSource> OpenFolder(string folder, CancellationToken cancellationToken)
    {
        if (File.Exists(Path.Combine(folder, ExportManifest.FileName)))
            return OpenExport(folder, cancellationToken);

        return File.Exists(Path.Combine(folder, ScriptExport.FileName))
            ? ScriptExport.Open(folder, cancellationToken)
            : throw new SchemaException(
                ExitCode.Unreachable,
                $"{folder} is no export: it holds neither {ExportManifest.FileName} nor {ScriptExport.FileName}.",
                "Name the folder that an export wrote; one that did not end has no manifest.");
    }

    public override Task<IReadOnlyList<SourceTable>> Tables(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SourceTable>>([.. files.Select(file => file.Table)]);

    public override async Task<SourceRows> Rows(
        SourceTable table, IReadOnlyList<SourceColumn> columns, CancellationToken cancellationToken, string? only = null)
    {
        var file = files.First(candidate => candidate.Table.Name == table.Name);
        return new FolderRows(await file.Open(cancellationToken), file, columns);
    }

    public override Task<long[]> Count(SourceTable table, IReadOnlyList<string> conditions, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A file answers no conditions.");

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static async Task<TransferSource> OpenExport(string folder, CancellationToken cancellationToken)
    {
        var manifest = await ExportManifest.Read(folder, cancellationToken);
        await FolderCheck.Run(folder, manifest, cancellationToken);
        return new FolderSource($"{folder} ({manifest.Source})", manifest.Snapshot, [.. manifest.Tables.Select(table => Described(folder, table))], []);
    }

    static FolderTable Described(string folder, ExportedTable table) => new(
        Path.Combine(folder, table.File),
        new(table.Name, [.. table.Columns.Select(Column)], table.Key, table.Rows) { Quoted = table.Name, EstimatedBytes = table.Bytes },
        table.Rows);

    static SourceColumn Column(ExportedColumn column) => new(column.Name, column.Type, column.IsNullable, column.Name)
    {
        IsGenerated = column.IsGenerated,
        PostgresType = column.PostgresType,
        Nulls = column.Nulls,
    };
}
