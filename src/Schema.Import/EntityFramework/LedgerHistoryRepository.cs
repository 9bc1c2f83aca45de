using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations.Internal;

namespace Schema.Import;

/// <summary>EF Core's history table, with a lock that holds from the first migration to the last and a ledger line beside each row.</summary>
// Npgsql's repository is internal API. Its lock is LOCK TABLE, which falls at every commit, and EF Core 10 commits after
// every migration: of two starters with three pending migrations one dies. Only the repository can change the lock.
#pragma warning disable EF1001
sealed class LedgerHistoryRepository(HistoryRepositoryDependencies dependencies) : NpgsqlHistoryRepository(dependencies)
{
    const string UsualTable =
        """
        CREATE TABLE "__EFMigrationsHistory" (
            "MigrationId" character varying(150) NOT NULL,
            "ProductVersion" character varying(32) NOT NULL,
            CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId")
        );

        """;

    public override LockReleaseBehavior LockReleaseBehavior => LockReleaseBehavior.Connection;

    // EF Core builds a model of the history table to learn that it is as usual: a sixth of a start.
    protected override string MigrationIdColumnName => nameof(HistoryRow.MigrationId);

    protected override string ProductVersionColumnName => nameof(HistoryRow.ProductVersion);

    public long LockKey => MigrationLock.KeyFor(TableSchema ?? "public", TableName);

    public override IMigrationsDatabaseLock AcquireDatabaseLock() =>
        AcquireDatabaseLockAsync(CancellationToken.None).GetAwaiter().GetResult();

    public override async Task<IMigrationsDatabaseLock> AcquireDatabaseLockAsync(CancellationToken cancellationToken = default)
    {
        var connection = (NpgsqlConnection)Dependencies.Connection.DbConnection;
        var key = LockKey;
        var context = Dependencies.CurrentContext.Context;
        await MigrationLock.Acquire(connection, key, EngineExtension.From(context), cancellationToken);

        return new HeldLock(this, connection, key);
    }

    // The ledger comes with the history table, in scripts too: the lines below need it.
    public override string GetCreateScript() => $"{LedgerSchema.Sql}\n\n{Table}";

    public override string GetCreateIfNotExistsScript() =>
        $"{LedgerSchema.Sql}\n\n{Table.Replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS", StringComparison.Ordinal)}";

    public override string GetInsertScript(HistoryRow row) =>
        base.GetInsertScript(row) + Line(LedgerEvent.Applied, row.MigrationId);

    public override string GetDeleteScript(string migrationId) =>
        base.GetDeleteScript(migrationId) + Line(LedgerEvent.Reverted, migrationId);

    string Table => (TableSchema, TableName) == (null, DefaultTableName) ? UsualTable : base.GetCreateScript();

    // An insert, because it is valid in plain SQL and inside the DO blocks of an idempotent script alike.
    static string Line(string happened, string migrationId) =>
        $"insert into ledger.line (event, subject) values ({SqlName.Literal(happened)}, {SqlName.Literal(migrationId)});{Environment.NewLine}";

    sealed class HeldLock(IHistoryRepository repository, NpgsqlConnection connection, long key) : IMigrationsDatabaseLock
    {
        public IHistoryRepository HistoryRepository => repository;

        public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

        public async ValueTask DisposeAsync() => await MigrationLock.GiveBack(connection, key);
    }
}
