using Npgsql;

namespace Schema.Import;

/// <summary>What every run does before it changes anything.</summary>
static class RunStart
{
    /// <summary>Two real sessions that bear the run's name, the migration lock in the first, and a ledger.</summary>
    public static async Task Prepare(
        NpgsqlConnection session, NpgsqlConnection journal, long lockKey, EngineOptions options, CancellationToken cancellationToken)
    {
        await PoolerCheck.Refuse(session, journal, cancellationToken);
        await options.Identity.Introduce(session, cancellationToken);
        await options.Identity.Introduce(journal, cancellationToken);
        await PublicSchema.Enter(session, cancellationToken);
        await MigrationLock.Acquire(session, lockKey, options, cancellationToken);
        await Ledger.Ensure(session, cancellationToken);
    }

    /// <summary>What this session would write into the ledger is not written: its transaction will be rolled back.</summary>
    public static async Task Rehearse(NpgsqlConnection session, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select set_config('schema.dry_run', 'on', false)", session);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
