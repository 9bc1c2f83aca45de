namespace Schema.Import.Transfer;

/// <summary>Which tables of the source are copied, by what a person said; words that fit no table are an error.</summary>
sealed class TableChoice(TransferOptions options, IReadOnlyList<SourceTable> tables)
{
    /// <summary>Tables in which tools remember what they migrated, or that are caches of theirs.</summary>
    static readonly string[] Bookkeeping =
    [
        "migrations_typeorm", "typeorm_metadata", "query-result-cache", "schema_migration", "schema_migrations", "__EFMigrationsHistory",
        "flyway_schema_history", "databasechangelog", "databasechangeloglock", "knex_migrations", "knex_migrations_lock", "alembic_version",
        "django_migrations", "_prisma_migrations", "SequelizeMeta",
    ];

    public List<string> Notes { get; } = [];

    public static bool IsBookkeeping(string table) =>
        Bookkeeping.Contains(table[(table.IndexOf('.') + 1)..], StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<SourceTable> Chosen()
    {
        var only = Named(options.Tables, "--tables");
        var excluded = Named(options.Excluded.Where(name => !IsColumn(name)), "--exclude");
        var included = Named(options.Included, "--include");
        var chosen = new List<SourceTable>();
        foreach (var table in tables.Where(table => only.Count == 0 || only.Contains(table)))
        {
            if (excluded.Contains(table))
                Notes.Add($"{table.Name} is left out: --exclude");
            else if (IsBookkeeping(table.Name) && !included.Contains(table) && !only.Contains(table))
                Notes.Add($"{table.Name} is left out: a migration tool's own table (--include {table.Name} takes it)");
            else
                chosen.Add(table);
        }

        return chosen;
    }

    public bool IsExcluded(SourceTable table, SourceColumn column) =>
        options.Excluded.Contains($"{table.Name}.{column.Name}", StringComparer.Ordinal);

    bool IsColumn(string name) => tables.Any(table => table.Columns.Any(column => name == $"{table.Name}.{column.Name}"));

    HashSet<SourceTable> Named(IEnumerable<string> names, string option) =>
    [
        .. names.Select(name => NameMatch.Find(name, tables, table => table.Name, "The table ") ?? throw new SchemaException(
            ExitCode.Usage,
            $"{option} names {name}, which the source does not have.",
            $"The source has {tables.Count} {(tables.Count == 1 ? "table" : "tables")}: {string.Join(", ", tables.Take(20).Select(table => table.Name))}{(tables.Count > 20 ? ", …" : "")}")),
    ];
}
